package org.lingqu.policy.trial;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.lingqu.engine.policy.pack.Policy;

/**
 * What somebody tries: a version of a policy with other figures, once or twice. All of it stands in the address of the page, so
 * that the address can be kept and sent to somebody else.
 *
 * @param two whether there is a second variant beside the first
 * @param first figures of the first variant as typed, by name; those that are not among them stay as they are
 * @param second those of the second
 * @param curve name of the figure whose curve is wanted; empty to leave the choice
 */
public record TrialQuestion(
        Policy policy, boolean two, SortedMap<String, String> first, SortedMap<String, String> second, String curve) {

    private static final String FIRST = "a.";
    private static final String SECOND = "b.";

    public TrialQuestion {
        first = Collections.unmodifiableSortedMap(new TreeMap<>(first));
        second = Collections.unmodifiableSortedMap(new TreeMap<>(second));
    }

    /** Reads the parameters of an address; fields left empty ask for nothing. */
    public static TrialQuestion of(Policy policy, Map<String, String> parameters) {
        boolean two = Boolean.parseBoolean(parameters.getOrDefault("two", ""));
        return new TrialQuestion(
                policy,
                two,
                typed(parameters, FIRST),
                two ? typed(parameters, SECOND) : new TreeMap<>(),
                parameters.getOrDefault("curve", "").strip());
    }

    private static SortedMap<String, String> typed(Map<String, String> parameters, String variant) {
        var typed = new TreeMap<String, String>();
        parameters.forEach((name, text) -> {
            if (name.startsWith(variant) && !text.isBlank()) {
                typed.put(name.substring(variant.length()), text.strip());
            }
        });
        return typed;
    }

    /** Without figures that are as they were. */
    TrialQuestion with(Map<String, String> newFirst, Map<String, String> newSecond) {
        return new TrialQuestion(policy, two, new TreeMap<>(newFirst), new TreeMap<>(newSecond), curve);
    }

    /** The query of its address, always the same for the same question. */
    public String query() {
        var query = new StringJoiner("&");
        query.add("version=" + escaped(policy.version()));
        if (two) {
            query.add("two=true");
        }
        first.forEach((name, text) -> query.add(FIRST + escaped(name) + "=" + escaped(text)));
        second.forEach((name, text) -> query.add(SECOND + escaped(name) + "=" + escaped(text)));
        if (!curve.isEmpty()) {
            query.add("curve=" + escaped(curve));
        }
        return query.toString();
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
