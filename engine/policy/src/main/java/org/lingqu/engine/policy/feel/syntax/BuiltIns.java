package org.lingqu.engine.policy.feel.syntax;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The built-in functions of FEEL by name and parameters, as {@code builtins.txt} lists them. */
public final class BuiltIns {

    /**
     * One way to call a built-in function.
     *
     * @param required how many of the parameters must be given
     * @param repeated whether the last parameter may be given any number of times
     */
    public record Signature(String name, List<String> parameters, int required, boolean repeated) {}

    /** All signatures in the order of the standard. */
    public static final List<Signature> SIGNATURES = read();

    /** Names of the functions, and of the types and properties that are more than one word. */
    public static final Set<String> NAMES = Stream.concat(
                    SIGNATURES.stream().map(Signature::name),
                    Stream.of(
                            "date and time",
                            "days and time duration",
                            "years and months duration",
                            "time offset",
                            "start included",
                            "end included"))
            .collect(Collectors.toUnmodifiableSet());

    private BuiltIns() {}

    private static List<Signature> read() {
        try (InputStream file = Objects.requireNonNull(BuiltIns.class.getResourceAsStream("builtins.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            List<Signature> signatures = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    signatures.add(signature(line.strip()));
                }
            }
            return List.copyOf(signatures);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("builtins.txt is part of this jar and cannot be read", unreadable);
        }
    }

    private static Signature signature(String line) {
        int open = line.indexOf('(');
        String inside = line.substring(open + 1, line.length() - 1);
        List<String> parameters = inside.isEmpty() ? List.of() : Arrays.asList(inside.split(", "));
        int optional =
                (int) parameters.stream().filter(name -> name.endsWith("?")).count();
        boolean repeated = inside.endsWith("...");
        List<String> plain = parameters.stream()
                .map(name -> name.replace("?", "").replace("...", ""))
                .toList();
        return new Signature(line.substring(0, open), plain, plain.size() - optional, repeated);
    }
}
