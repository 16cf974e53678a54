package org.lingqu.engine.text.suspicion;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of a page in little space, each with a hash of the words before it, so that the same figure can be found in
 * another wording of the page.
 *
 * @param places one hash a figure
 * @param words the figures, parted by line feeds, in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere, kept by the hundred thousand
record Figures(int[] places, byte[] words) {

    private static final int MOST = 40;
    private static final int CONTEXT = 5;
    private static final String BEFORE = "近约超逾过达到为了共是至";
    private static final String UNITS = "%％‰万亿千百倍成元";

    static Figures of(String text) {
        var figures = new ArrayList<String>();
        var places = new ArrayList<Integer>();
        int i = 0;
        while (i < text.length() && figures.size() < MOST) {
            if (isDigit(text.charAt(i))) {
                int end = end(text, i);
                int start = i > 0 && "近约超逾".indexOf(text.charAt(i - 1)) >= 0 ? i - 1 : i;
                figures.add(text.substring(start, end));
                places.add(context(text, start));
                i = end;
            } else {
                i++;
            }
        }
        return new Figures(
                places.stream().mapToInt(Integer::intValue).toArray(),
                String.join("\n", figures).getBytes(StandardCharsets.UTF_8));
    }

    /** Pairs that stand behind the same words here and there and are not the same. */
    List<String> against(Figures earlier, int most) {
        Map<Integer, List<String>> there = earlier.byPlace();
        var differences = new ArrayList<String>();
        byPlace().forEach((place, here) -> {
            List<String> other = there.getOrDefault(place, List.of());
            for (int i = 0; i < Math.min(here.size(), other.size()) && differences.size() < most; i++) {
                if (!here.get(i).equals(other.get(i))) {
                    differences.add(here.get(i) + "（前文为" + other.get(i) + "）");
                }
            }
        });
        return differences;
    }

    private Map<Integer, List<String>> byPlace() {
        var map = new LinkedHashMap<Integer, List<String>>();
        String[] all = new String(words, StandardCharsets.UTF_8).split("\n", -1);
        for (int i = 0; i < places.length; i++) {
            map.computeIfAbsent(places[i], p -> new ArrayList<>(1)).add(all[i]);
        }
        return map;
    }

    private static int end(String text, int start) {
        int end = start;
        while (end < text.length() && (isDigit(text.charAt(end)) || isPoint(text, end))) {
            end++;
        }
        int unit = 0;
        while (end < text.length() && unit < 3 && UNITS.indexOf(text.charAt(end)) >= 0) {
            end++;
            unit++;
        }
        return end;
    }

    private static boolean isPoint(String text, int at) {
        boolean between = at + 1 < text.length() && isDigit(text.charAt(at + 1));
        return between && ".,".indexOf(text.charAt(at)) >= 0;
    }

    private static int context(String text, int at) {
        int hash = 1;
        int taken = 0;
        for (int i = at - 1; i >= 0 && taken < CONTEXT && at - i < 20; i--) {
            char c = text.charAt(i);
            if (Character.isIdeographic(c) && BEFORE.indexOf(c) < 0) {
                hash = hash * 31 + c;
                taken++;
            }
        }
        return hash;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
