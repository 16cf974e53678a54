package org.lingqu.engine.text.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the 发文字号 that is the article's own, not one it mentions. */
final class Numbers {

    private Numbers() {}

    static @Nullable DocumentNumber find(List<Sense> senses, Body body, List<Field> fields, @Nullable Title title) {
        for (Field field : fields) {
            if (field.name() == Field.Name.NUMBER) {
                String value = senses.get(field.line()).text().substring(field.start(), field.end());
                DocumentNumber number = DocumentNumber.find(value, 0);
                if (number != null) {
                    return number;
                }
            }
        }
        for (int i = 0; i < Math.min(senses.size(), body.start() + 4); i++) {
            DocumentNumber number = senses.get(i).number();
            if (number != null) {
                return number;
            }
            DocumentNumber order = order(senses, i);
            if (order != null) {
                return order;
            }
        }
        return inTitle(title);
    }

    /** {@code 某某令} on one line and {@code 第706号} on the next. */
    private static @Nullable DocumentNumber order(List<Sense> senses, int line) {
        Sense sense = senses.get(line);
        boolean counted = sense.squeezed().startsWith("第") && sense.squeezed().endsWith("号") && sense.length() <= 8;
        if (!counted || line == 0) {
            return null;
        }
        String office = senses.get(line - 1).squeezed();
        boolean order = office.length() <= 30 && (office.endsWith("令") || office.endsWith("公告"));
        return order ? DocumentNumber.only(office + sense.squeezed()) : null;
    }

    private static @Nullable DocumentNumber inTitle(@Nullable Title title) {
        String words = title == null ? "" : title.words();
        int open = Math.max(words.lastIndexOf('（'), words.lastIndexOf('('));
        return open > 0 && (words.endsWith("）") || words.endsWith(")"))
                ? DocumentNumber.only(words.substring(open))
                : null;
    }
}
