package org.lingqu.registry.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.registry.FirmFile;
import org.lingqu.registry.TitleSpan;

/**
 * A title as a column of a list, called as the template of lists calls it: 高新技术企业, 高新技术企业认定日期 or 高新技术企业有效期至.
 *
 * @param day on which it is told whether the title is held
 */
public record TitleColumn(String title, Part part, LocalDate day) {

    /** What of the title stands there. */
    public enum Part {
        /** Whether it is held on the day. */
        HELD(""),
        SINCE("认定日期"),
        UNTIL("有效期至");

        private final String suffix;

        Part(String suffix) {
            this.suffix = suffix;
        }
    }

    /** What somebody typed; empty where it names no title. */
    static Optional<TitleColumn> of(String words, Collection<String> titles, LocalDate day) {
        for (Part part : Part.values()) {
            String title = words.endsWith(part.suffix) ? words.substring(0, words.length() - part.suffix.length()) : "";
            if (titles.contains(title)) {
                return Optional.of(new TitleColumn(title, part, day));
            }
        }
        return Optional.empty();
    }

    /** All ways to call some titles as columns. */
    static List<String> names(Collection<String> titles) {
        return titles.stream()
                .flatMap(title -> List.of(Part.values()).stream().map(part -> title + part.suffix))
                .toList();
    }

    /** The head of the column. */
    public String head() {
        return title + part.suffix;
    }

    /** What a cell shows; a dash where nothing is known. */
    public String cell(@Nullable FirmFile file, Shown shown) {
        Object value = value(file, shown);
        return value == null ? "–" : value.toString();
    }

    /** What stands in a workbook: days as days; null where nothing is known. */
    @Nullable Object value(@Nullable FirmFile file, Shown shown) {
        List<TitleSpan> spans = file == null ? null : file.titles().get(title);
        if (spans == null) {
            return null;
        }
        Optional<TitleSpan> told = told(spans);
        return switch (part) {
            case HELD ->
                shown.ui().say(spans.stream().anyMatch(span -> span.contains(day)) ? "registry.yes" : "registry.no");
            case SINCE -> told.map(TitleSpan::from).orElse(null);
            case UNTIL ->
                told.map(span -> span.to() == null ? shown.ui().say("registry.no-end") : span.to())
                        .orElse(null);
        };
    }

    /** The span that is held on the day, else the last one. */
    private Optional<TitleSpan> told(List<TitleSpan> spans) {
        return spans.stream()
                .filter(span -> span.contains(day))
                .max(Comparator.comparing(TitleSpan::from))
                .or(() -> spans.stream().max(Comparator.comparing(TitleSpan::from)));
    }
}
