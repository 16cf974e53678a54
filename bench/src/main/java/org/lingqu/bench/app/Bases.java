package org.lingqu.bench.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lingqu.LingquApplication;
import org.lingqu.account.Actor;
import org.lingqu.engine.text.PageRead;
import org.lingqu.engine.text.PageReader;
import org.lingqu.engine.text.PageSource;
import org.lingqu.library.Library;
import org.lingqu.library.PageBatch;
import org.lingqu.library.Visibility;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** Evidence bases made for measuring, by way of the application's own library. */
final class Bases {

    private Bases() {}

    /** The application without the web on a data folder. */
    static ConfigurableApplicationContext open(Path data) {
        var application = new SpringApplication(LingquApplication.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setDefaultProperties(
                Map.of("lingqu.data", data.toString(), "spring.main.lazy-initialization", "true"));
        return application.run();
    }

    /** Pages that are read and wait to be kept. */
    static List<Library.Arrival> read(int from, int count) {
        var reader = new PageReader();
        var all = new ArrayList<Library.Arrival>();
        for (int number = from; number < from + count; number++) {
            PageSource page = MadePages.page(number);
            if (!(reader.read(page) instanceof PageRead read)) {
                throw new IllegalStateException("a made page is refused: " + number);
            }
            all.add(new Library.Arrival(page, read, null));
        }
        return all;
    }

    /** Keeps them as an import does. */
    static void keep(Library library, List<Library.Arrival> pages) {
        var batch = new PageBatch(library, Actor.SYSTEM, name -> Visibility.PUBLIC, null, new PageBatch.Outcome() {
            @Override
            public void kept(int ordinal, Library.Kept kept) {
                // counted by the caller, who knows how many there are
            }

            @Override
            public void refused(int ordinal, org.lingqu.engine.text.PageRefused refused) {
                throw new IllegalStateException(refused.message());
            }
        });
        for (int i = 0; i < pages.size(); i++) {
            batch.add(i, pages.get(i));
        }
        batch.flush();
    }
}
