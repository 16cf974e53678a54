package org.lingqu.library.search;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.library.Visibility;

/**
 * One thing that can be found.
 *
 * @param id of the thing in the store, unique over all kinds: {@code page:17}
 * @param kind what it is: {@code page}, {@code statement}, …; lower-case letters and hyphens
 * @param title in clean text; may be empty
 * @param text in clean text, personal data masked; may be empty
 * @param issuer 发文机关
 * @param regions paths of names from the widest down, {@code 广西壮族自治区/南宁市}
 * @param regionCodes GB/T 2260, six digits
 * @param indicator 指标 of a statement
 * @param period of a statement, as {@code Statement.period}
 * @param articleKind code of the kind of article
 * @param published day of publication
 * @param site the site it was taken from
 * @param documentNumber 发文字号 as written
 * @param verdict code of what arithmetic says of a statement
 * @param group the same for all documents that say the same (reprints); null when it stands alone
 * @param arrived number of the change of the base that brought it; 0 when nobody counts
 * @param opened number of the change since which everybody may read it, or that brought it when it was always so
 * @param owner id of what it is a part of, with which it comes and goes; its own id when it stands for itself
 */
public record SearchDocument(
        String id,
        String kind,
        String title,
        String text,
        @Nullable String issuer,
        List<String> regions,
        List<String> regionCodes,
        @Nullable String indicator,
        @Nullable String period,
        @Nullable String articleKind,
        @Nullable LocalDate published,
        @Nullable String site,
        @Nullable String documentNumber,
        Visibility visibility,
        @Nullable String verdict,
        @Nullable String group,
        long arrived,
        long opened,
        String owner) {

    /** @throws IllegalArgumentException if {@code id} or {@code kind} is empty, or {@code kind} has other characters */
    public SearchDocument {
        if (id.isEmpty() || kind.isEmpty() || !kind.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '-')) {
            throw new IllegalArgumentException(
                    "a document needs an id and a kind of lower-case letters, got " + id + ", " + kind);
        }
        regions = List.copyOf(regions);
        regionCodes = List.copyOf(regionCodes);
    }

    /** Begins a document that only people of the house may find. */
    public static Builder of(String id, String kind, String title, String text) {
        return new Builder(id, kind, title, text);
    }

    /** Puts a document together. */
    public static final class Builder {
        private final String id;
        private final String kind;
        private final String title;
        private final String text;
        private @Nullable String issuer;
        private List<String> regions = List.of();
        private List<String> regionCodes = List.of();
        private @Nullable String indicator;
        private @Nullable String period;
        private @Nullable String articleKind;
        private @Nullable LocalDate published;
        private @Nullable String site;
        private @Nullable String documentNumber;
        private Visibility visibility = Visibility.INTERNAL;
        private @Nullable String verdict;
        private @Nullable String group;
        private long arrived;
        private long opened;
        private String owner;

        private Builder(String id, String kind, String title, String text) {
            this.id = id;
            this.kind = kind;
            this.title = title;
            this.text = text;
            this.owner = id;
        }

        public Builder issuer(@Nullable String value) {
            issuer = value;
            return this;
        }

        /** One region: its path of names and its code, either of which may be unknown. */
        public Builder region(@Nullable String path, @Nullable String code) {
            regions = path == null ? List.of() : List.of(path);
            regionCodes = code == null ? List.of() : List.of(code);
            return this;
        }

        public Builder regions(List<String> paths, List<String> codes) {
            regions = paths;
            regionCodes = codes;
            return this;
        }

        public Builder indicator(@Nullable String value) {
            indicator = value;
            return this;
        }

        public Builder period(@Nullable String value) {
            period = value;
            return this;
        }

        public Builder articleKind(@Nullable String value) {
            articleKind = value;
            return this;
        }

        public Builder published(@Nullable LocalDate value) {
            published = value;
            return this;
        }

        public Builder site(@Nullable String value) {
            site = value;
            return this;
        }

        public Builder documentNumber(@Nullable String value) {
            documentNumber = value;
            return this;
        }

        /** Lets visitors find it. */
        public Builder open() {
            visibility = Visibility.PUBLIC;
            return this;
        }

        public Builder visibility(Visibility value) {
            visibility = value;
            return this;
        }

        public Builder verdict(@Nullable String value) {
            verdict = value;
            return this;
        }

        /** Numbers of the changes that brought it and that opened it. */
        public Builder arrived(long brought, long open) {
            arrived = brought;
            opened = Math.max(brought, open);
            return this;
        }

        /** What it is a part of. */
        public Builder owner(String value) {
            owner = value;
            return this;
        }

        public Builder group(@Nullable String value) {
            group = value;
            return this;
        }

        public SearchDocument build() {
            return new SearchDocument(
                    id,
                    kind,
                    title,
                    text,
                    issuer,
                    regions,
                    regionCodes,
                    indicator,
                    period,
                    articleKind,
                    published,
                    site,
                    documentNumber,
                    visibility,
                    verdict,
                    group,
                    arrived,
                    opened,
                    owner);
        }
    }
}
