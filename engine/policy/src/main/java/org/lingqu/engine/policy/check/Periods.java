package org.lingqu.engine.policy.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words for years that follow a fact's name after a dot. */
final class Periods {

    /** @param first years back, 1 is 上年; {@code last} inclusive */
    record Years(int first, int last) {
        boolean isOne() {
            return first == last;
        }
    }

    private static final Map<String, Years> BY_WORD = words();

    private Periods() {}

    private static Map<String, Years> words() {
        var words = new LinkedHashMap<String, Years>();
        List<String> single = List.of("本年", "上年", "前年", "三年前", "四年前", "五年前", "六年前");
        for (int back = 0; back < single.size(); back++) {
            words.put(single.get(back), new Years(back, back));
        }
        List<String> sums = List.of("近两年", "近三年", "近四年", "近五年");
        for (int i = 0; i < sums.size(); i++) {
            words.put(sums.get(i), new Years(1, i + 2));
        }
        return words;
    }

    /** The years of a word, or null. */
    static @org.jspecify.annotations.Nullable Years of(String word) {
        return BY_WORD.get(word);
    }

    static List<String> names() {
        return new ArrayList<>(BY_WORD.keySet());
    }
}
