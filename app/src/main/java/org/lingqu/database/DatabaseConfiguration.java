package org.lingqu.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database of the running application. */
@Configuration(proxyBeanMethods = false)
final class DatabaseConfiguration {

    /** @param folder {@code lingqu.data}: where everything is kept that is not in a database server */
    @Bean
    DataFolder dataFolder(@Value("${lingqu.data}") Path folder) throws IOException {
        Files.createDirectories(folder);
        return new DataFolder(folder.toAbsolutePath().normalize());
    }

    @Bean(destroyMethod = "close")
    Database database(DataFolder folder, @Value("${lingqu.db.url:}") String url) {
        return Databases.open(folder.path(), url);
    }
}
