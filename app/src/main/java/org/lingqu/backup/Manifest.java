package org.lingqu.backup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is in a backup.
 *
 * @param format of the archive, {@value #FORMAT} now
 * @param created when it was made, ISO 8601 in UTC
 * @param auditHead hash of the newest audit entry in it; null when there is none
 */
record Manifest(int format, String created, @Nullable String auditHead, List<Entry> files) {

    static final int FORMAT = 1;
    static final String NAME = "manifest.json";

    private static final JsonMapper MAPPER = new JsonMapper();

    /** One file, by its way from the data folder. */
    record Entry(String name, long size, String sha256) {}

    byte[] bytes() {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    /** @throws tools.jackson.core.JacksonException when it is none */
    static Manifest of(byte[] bytes) {
        return MAPPER.readValue(bytes, Manifest.class);
    }
}
