package org.lingqu.engine.text.article;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who published an article before it came here, the first publisher first. */
final class ReprintChain {

    private static final Set<String> NOBODY =
            Set.of("本站", "本网", "本站原创", "本网原创", "本网原创稿", "原创", "未知", "网络", "互联网", "转载", "本局", "本单位", "佚名", "admin");
    private static final Set<String> BUTTONS =
            Set.of("举报", "原创稿", "原创", "转载", "订阅", "关注", "+关注", "分享", "打印", "收藏", "评论", "字号", "作者", "编辑");
    private static final int LONGEST_NAME = 30;

    private ReprintChain() {}

    static List<String> of(List<Sense> senses, Body body, List<Field> fields) {
        var chain = new LinkedHashSet<String>();
        add(chain, agency(senses, body));
        fields.stream().filter(f -> f.name() == Field.Name.FIRST).forEach(f -> add(chain, value(senses, f)));
        fields.stream().filter(f -> f.name() == Field.Name.SOURCE).forEach(f -> add(chain, value(senses, f)));
        for (int i = body.end(); i < senses.size() && i < body.end() + 12; i++) {
            add(chain, collector(senses.get(i).squeezed()));
        }
        return new ArrayList<>(chain);
    }

    private static void add(Set<String> chain, @Nullable String name) {
        boolean known = name == null
                || name.isEmpty()
                || name.length() > LONGEST_NAME
                || NOBODY.contains(name)
                || WrittenDate.only(name) != null
                || chain.stream().anyMatch(other -> other.contains(name));
        if (!known) {
            chain.add(name);
        }
    }

    /** The value up to the first wide gap, which something else follows. */
    private static String value(List<Sense> senses, Field field) {
        String value = senses.get(field.line()).text().substring(field.start(), field.end());
        WrittenDate date = WrittenDate.find(value, 0);
        String name = date == null ? value : value.substring(0, date.start());
        for (int i = 0; i + 1 < name.length(); i++) {
            boolean gap = name.charAt(i) <= ' ' || name.charAt(i) == '\u3000' || name.charAt(i) == '\u00a0';
            boolean wide = gap
                    && (name.charAt(i + 1) <= ' ' || name.charAt(i + 1) == '\u3000' || name.charAt(i + 1) == '\u00a0');
            if (wide) {
                name = name.substring(0, i);
            }
        }
        int label = Math.max(name.lastIndexOf(':'), name.lastIndexOf('：'));
        return withoutButtons(trim(name.substring(label + 1)));
    }

    /** {@code 某某日报 原创稿}, {@code 某某日报 举报}: a word behind the name that is none. */
    private static String withoutButtons(String name) {
        int gap = Math.max(name.lastIndexOf(' '), name.lastIndexOf('\u3000'));
        return gap > 0 && BUTTONS.contains(name.substring(gap + 1)) ? trim(name.substring(0, gap)) : name;
    }

    private static String trim(String name) {
        int start = 0;
        int end = name.length();
        while (start < end && " \u3000\u00a0|【[(（《:：".indexOf(name.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && " \u3000\u00a0|】])）》,，。;；".indexOf(name.charAt(end - 1)) >= 0) {
            end--;
        }
        return name.substring(start, end);
    }

    /** {@code 新华社北京1月2日电}, {@code 某某日报讯（记者…）}, {@code 据新华社报道}. */
    private static @Nullable String agency(List<Sense> senses, Body body) {
        for (int i = body.start(); i < body.end() && i < body.start() + 4; i++) {
            String text = senses.get(i).squeezed();
            if (!senses.get(i).prose()) {
                continue;
            }
            String lead = text.substring(0, Math.min(30, text.length()));
            for (String agency : List.of("新华社", "中新社", "中新网", "人民网")) {
                int wire = lead.indexOf('电');
                if (lead.startsWith(agency) && wire > 0) {
                    return agency;
                }
            }
            return null;
        }
        return null;
    }

    /** {@code …由td.example.cc爬虫进行采集}: the site that took the snapshot. */
    private static @Nullable String collector(String squeezed) {
        boolean snapshot = squeezed.contains("快照") || squeezed.contains("爬虫") || squeezed.contains("采集");
        if (!snapshot) {
            return null;
        }
        for (int i = 0; i < squeezed.length(); i++) {
            int end = i;
            int dots = 0;
            while (end < squeezed.length() && isHostPart(squeezed.charAt(end))) {
                dots += squeezed.charAt(end) == '.' ? 1 : 0;
                end++;
            }
            if (dots > 0 && end - i >= 5) {
                return squeezed.substring(i, end);
            }
            i = Math.max(i, end);
        }
        return null;
    }

    private static boolean isHostPart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    }
}
