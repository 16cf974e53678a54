package org.lingqu.library;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.ArticleKind;
import org.lingqu.engine.text.WarningCode;

/**
 * Which pages are asked for; empty and null let everything through. It stands in the address as it is here.
 *
 * @param text part of the title, the file's name, the address or the document number
 * @param issuer part of its name
 * @param site part of its host
 * @param year of publication, four digits
 * @param sameAs key of a group of pages that say nearly the same
 */
public record PageFilter(
        String text,
        String issuer,
        String site,
        String year,
        @Nullable ArticleKind kind,
        @Nullable WarningCode warning,
        @Nullable Visibility visibility,
        String sameAs,
        Order order) {

    /** In which order. */
    public enum Order {
        /** 最近更新在前. */
        UPDATED,
        /** 最近发布在前; pages without a date last. */
        PUBLISHED,
        /** 标题. */
        TITLE
    }

    /** From the parameters of an address; what is no value of a choice lets everything through. */
    public static PageFilter of(Map<String, String> parameters) {
        String year = text(parameters, "year");
        return new PageFilter(
                text(parameters, "text"),
                text(parameters, "issuer"),
                text(parameters, "site"),
                year.matches("\\d{4}") ? year : "",
                choice(parameters, "kind", ArticleKind.values()).orElse(null),
                choice(parameters, "warning", WarningCode.values()).orElse(null),
                choice(parameters, "visibility", Visibility.values()).orElse(null),
                text(parameters, "same"),
                choice(parameters, "order", Order.values()).orElse(Order.UPDATED));
    }

    private static String text(Map<String, String> parameters, String name) {
        return parameters.getOrDefault(name, "").strip();
    }

    private static <E extends Enum<E>> Optional<E> choice(Map<String, String> parameters, String name, E[] values) {
        String asked = text(parameters, name);
        return Arrays.stream(values).filter(each -> each.name().equals(asked)).findAny();
    }

    /** Whether it lets everything through. */
    public boolean isEmpty() {
        return text.isEmpty()
                && issuer.isEmpty()
                && site.isEmpty()
                && year.isEmpty()
                && kind == null
                && warning == null
                && visibility == null
                && sameAs.isEmpty();
    }
}
