package org.lingqu.database;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Records as they are kept in columns of text. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private Json() {}

    /** A record as text. */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Null for an empty list: most rows have none, and a column without a value costs nothing. */
    public static @Nullable String writeList(List<?> values) {
        return values.isEmpty() ? null : write(values);
    }

    /** What {@link #write} wrote. */
    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    /** The same of a column that may be empty. */
    public static <T> @Nullable T readOrNull(@Nullable String json, Class<T> type) {
        return json == null ? null : read(json, type);
    }

    /** What {@link #writeList} wrote; an empty list where the column is empty. */
    public static <T> List<T> readList(@Nullable String json, Class<T[]> type) {
        return json == null || json.isEmpty() ? List.of() : Arrays.asList(read(json, type));
    }
}
