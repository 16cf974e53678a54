package org.lingqu.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Names of the 97 divisions (大类) of GB/T 4754-2017. */
public final class Industries {

    private static final Map<String, String> NAMES = read();

    private Industries() {}

    /**
     * 39 计算机、通信和其他电子设备制造业, or 3921 计算机、通信和其他电子设备制造业; the code alone where the standard has no such division.
     *
     * @param code a division, or a code that begins with one
     */
    public static String named(String code) {
        String name = code.length() < 2 ? null : NAMES.get(code.substring(0, 2));
        return name == null ? code : code + " " + name;
    }

    /** Whether the standard has such a division. */
    public static boolean has(String division) {
        return NAMES.containsKey(division);
    }

    private static Map<String, String> read() {
        InputStream stream = Objects.requireNonNull(
                Industries.class.getResourceAsStream("industry-divisions.txt"), "industry-divisions.txt");
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .collect(Collectors.toMap(line -> line.substring(0, 2), line -> line.substring(3)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
