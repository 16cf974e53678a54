package org.lingqu.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads annotated pages: flat objects, one a line or in one array. */
final class GoldJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private GoldJson() {}

    static List<Map<String, @Nullable String>> read(String json) {
        var objects = new ArrayList<Map<String, @Nullable String>>();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.START_OBJECT) {
                    objects.add(object(parser));
                }
            }
        }
        return objects;
    }

    private static Map<String, @Nullable String> object(JsonParser parser) {
        var object = new LinkedHashMap<String, @Nullable String>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_ARRAY || value == JsonToken.START_OBJECT) {
                parser.skipChildren();
            } else {
                object.put(name, value == JsonToken.VALUE_NULL ? null : parser.getString());
            }
        }
        return object;
    }
}
