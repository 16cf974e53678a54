package org.lingqu.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Data folders that commands are pointed at. */
final class DataFolders {

    private DataFolders() {}

    /** @throws Refusal when nothing was ever kept there, rather than making an empty base where somebody mistyped */
    static void require(Path data) {
        if (!Files.isDirectory(data) || (address() == null && !Files.exists(data.resolve("lingqu.db")))) {
            throw new Refusal("这里没有灵渠的数据 no Lingqu data here: " + data.toAbsolutePath());
        }
    }

    /** Address of the database server; null when tables lie in the folder. */
    static @Nullable String address() {
        String url = System.getenv("LINGQU_DB_URL");
        return url == null || url.isBlank() ? null : url;
    }
}
