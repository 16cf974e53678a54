package org.lingqu.registry;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.Supplier;

/**
 * Who says what about the titles of one enterprise (docs/adr/0036). Titles are awarded by offices: what an office said counts over what
 * the firm says, whatever the day. That the firm says of itself that it holds one is a claim which waits for an office and counts for
 * nothing; that it holds none counts where no office spoke.
 */
public final class TitlesSaid {

    private final SortedMap<String, TitleWord> offices;
    private final SortedMap<String, TitleWord> firm;
    private final SortedMap<String, TitleWord> counting = new TreeMap<>();
    private final SortedMap<String, TitleWord> claims = new TreeMap<>();
    private final SortedMap<String, Refused> refused = new TreeMap<>();
    private final SortedMap<String, List<TitleSpan>> spans = new TreeMap<>();

    private TitlesSaid(SortedMap<String, TitleWord> offices, SortedMap<String, TitleWord> firm) {
        this.offices = offices;
        this.firm = firm;
        counting.putAll(offices);
        firm.forEach((title, word) -> {
            if (!isClaim(word.from().source(), word.spans())) {
                counting.putIfAbsent(title, word);
            } else {
                sort(word, offices.get(title));
            }
        });
        counting.forEach((title, word) -> spans.put(title, word.spans()));
    }

    private void sort(TitleWord claim, @Nullable TitleWord office) {
        if (office == null || isOpen(claim, office)) {
            claims.put(claim.title(), claim);
        } else if (office.from().said().refused().contains(claim.title())) {
            refused.put(claim.title(), new Refused(claim, office));
        }
    }

    private static boolean isOpen(TitleWord claim, TitleWord office) {
        return Precedence.LATEST.compare(claim.from(), office.from()) < 0
                && !office.spans().containsAll(claim.spans());
    }

    static TitlesSaid of(List<Entry> counting) {
        var offices = new TreeMap<String, TitleWord>();
        var firm = new TreeMap<String, TitleWord>();
        for (Entry entry : counting.stream().sorted(Precedence.LATEST).toList()) {
            entry.said()
                    .titles()
                    .forEach((title, spans) -> (entry.source() == Supplier.FIRM ? firm : offices)
                            .putIfAbsent(title, new TitleWord(title, spans, entry)));
        }
        return new TitlesSaid(offices, firm);
    }

    /** Whether it is only the firm that says it holds a title. */
    static boolean isClaim(Supplier source, List<TitleSpan> spans) {
        return source == Supplier.FIRM && !spans.isEmpty();
    }

    /** What counts, by title. */
    public SortedMap<String, TitleWord> counting() {
        return Collections.unmodifiableSortedMap(counting);
    }

    /** What the firm says of itself and an office has still to look at: 企业填报，待核实. */
    public SortedMap<String, TitleWord> claims() {
        return Collections.unmodifiableSortedMap(claims);
    }

    /**
     * A claim that an office has looked at and not found.
     *
     * @param claim what the firm says of itself
     * @param office with what counts instead and, as the note of its entry, why
     */
    public record Refused(TitleWord claim, TitleWord office) {

        /** Why, as the office told it; empty where it did not. */
        public String reason() {
            String note = office.from().note();
            return note == null ? "" : note;
        }
    }

    /** Claims that an office has not found, as long as the firm says them and no office says otherwise. */
    public SortedMap<String, Refused> refused() {
        return Collections.unmodifiableSortedMap(refused);
    }

    /** What a source has said before: the firm, or offices, which speak with one voice. */
    Optional<TitleWord> before(Supplier source, String title) {
        return Optional.ofNullable((source == Supplier.FIRM ? firm : offices).get(title));
    }

    /** Spans that count, by title. */
    SortedMap<String, List<TitleSpan>> spans() {
        return Collections.unmodifiableSortedMap(spans);
    }

    boolean isEmpty() {
        return counting.isEmpty() && claims.isEmpty();
    }
}
