package org.lingqu.registry;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What an entry says and what it takes the place of, in Chinese, as the record of changes keeps it. */
final class SaidWords {

    private static final String NAME = "名称";

    private SaidWords() {}

    /**
     * What counted before of that which an entry speaks of.
     *
     * @param code what the number is called by which one is known
     */
    static String before(FirmFile file, Said said, String code) {
        var values = new TreeMap<String, String>();
        var keys = new TreeSet<>(said.values().keySet());
        keys.addAll(said.withdrawn());
        keys.forEach(key ->
                file.holding(key).ifPresent(held -> values.put(key.toString(), FactWords.of(held.value()))));
        var items = new TreeSet<>(said.answers().keySet());
        items.addAll(said.points().keySet());
        items.addAll(said.reopened());
        items.forEach(item -> put(values, item, confirmed(file, item)));
        said.titles().keySet().forEach(title -> put(values, title, held(file, title)));
        put(values, NAME, said.name() == null ? null : file.name().orElse(null));
        put(values, code, said.code() == null ? null : file.code().orElse(null));
        return values.toString();
    }

    private static @Nullable String held(FirmFile file, String title) {
        List<TitleSpan> spans = file.titles().get(title);
        return spans == null ? null : spans.toString();
    }

    private static @Nullable String confirmed(FirmFile file, String item) {
        Boolean yes = file.answers().get(item);
        BigDecimal points = file.points().get(item);
        if (yes != null) {
            return yesNo(yes);
        }
        return points == null ? null : points.toPlainString();
    }

    private static String yesNo(boolean yes) {
        return yes ? "是" : "否";
    }

    /** What an entry says. */
    static String of(Said said, String code) {
        var values = new TreeMap<String, String>();
        put(values, NAME, said.name());
        put(values, code, said.code());
        said.values().forEach((key, value) -> values.put(key.toString(), FactWords.of(value)));
        said.withdrawn().forEach(key -> values.put(key.toString(), "撤回"));
        said.titles().forEach((title, spans) -> values.put(title, spans.toString()));
        said.refused().forEach(title -> values.merge(title, "企业自述不属实", (spans, refused) -> spans + " " + refused));
        said.answers().forEach((item, yes) -> values.put(item, yesNo(yes)));
        said.points().forEach((item, given) -> values.put(item, given.toPlainString()));
        said.reopened().forEach(item -> values.put(item, "尚未确认"));
        return values.toString();
    }

    private static void put(Map<String, String> values, String what, @Nullable String value) {
        if (value != null) {
            values.put(what, value);
        }
    }
}
