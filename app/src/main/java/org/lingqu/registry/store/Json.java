package org.lingqu.registry.store;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Records as they are kept in columns of text. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static @Nullable String write(@Nullable Object value) {
        return value == null ? null : MAPPER.writeValueAsString(value);
    }

    static @Nullable String writeList(List<?> values) {
        return values.isEmpty() ? null : MAPPER.writeValueAsString(values);
    }

    static <T> @Nullable T readOrNull(@Nullable String json, Class<T> type) {
        return json == null ? null : MAPPER.readValue(json, type);
    }

    static <T> List<T> readList(@Nullable String json, Class<T[]> type) {
        return json == null || json.isEmpty() ? List.of() : Arrays.asList(MAPPER.readValue(json, type));
    }
}
