package org.lingqu.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Actor;
import org.lingqu.demo.MadeFirm;
import org.lingqu.demo.MadeRegion;
import org.lingqu.demo.MadeValue;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.registry.CreditCode;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.Enterprises.Voice;
import org.lingqu.registry.FactYear;
import org.lingqu.registry.Said;
import org.lingqu.registry.TitleSpan;

/** Takes the enterprises of the demonstration region in; those that are there already stay as they are. */
public final class DemoEnterprises {

    private static final long SEED = 7;
    private static final int PART = 250;

    private final Enterprises enterprises;

    /** @param enterprises that take them */
    public DemoEnterprises(Enterprises enterprises) {
        this.enterprises = enterprises;
    }

    /** @return how many are new */
    public int fill(int size) {
        return fill(region(size), (what, done, of) -> {}, firm -> {});
    }

    /** The demonstration region of a size. */
    public static MadeRegion region(int size) {
        return MadeRegion.of(SEED, size);
    }

    /**
     * The same with what is around the enterprises and whom to call.
     *
     * @return how many enterprises are new
     */
    public int fill(int size, DemoParties around, DemoContacts contacts) {
        int count = fill(region(size), (what, done, of) -> {}, firm -> {
            around.see(firm);
            contacts.see(firm);
        });
        around.fill(region(size));
        contacts.fill();
        return count;
    }

    /** Gets how far it is. */
    interface Told {
        void show(String what, int done, int of);
    }

    int fill(MadeRegion region, Told progress, Consumer<MadeFirm> seen) {
        int size = region.size();
        var part = new ArrayList<List<Voice>>();
        int[] count = new int[2];
        try (var firms = region.firms()) {
            firms.forEach(firm -> {
                seen.accept(firm);
                part.add(voices(firm));
                if (part.size() == PART) {
                    count[0] += enterprises.begin(Actor.SYSTEM, part);
                    count[1] += part.size();
                    part.clear();
                    progress.show("企业 enterprises", count[1], size);
                }
            });
        }
        return count[0] + (part.isEmpty() ? 0 : enterprises.begin(Actor.SYSTEM, part));
    }

    private record Source(Supplier supplier, LocalDate day) {}

    /** What each source says on each day; who it is and which titles it holds the science bureau says last. */
    static List<Voice> voices(MadeFirm firm) {
        Map<Source, Map<FactYear, FactValue>> bySource = new LinkedHashMap<>();
        for (MadeValue value : firm.values()) {
            bySource.computeIfAbsent(new Source(value.supplier(), value.day()), each -> new TreeMap<>())
                    .putIfAbsent(new FactYear(value.fact(), value.year()), value.value());
        }
        var voices = new ArrayList<Voice>();
        bySource.forEach(
                (source, values) -> voices.add(new Voice(source.supplier(), source.day(), Said.values(values))));
        voices.add(new Voice(
                Supplier.SCIENCE,
                MadeRegion.AS_OF,
                Said.of(firm.name(), code(firm), Map.of(), titles(firm), firm.answers(), firm.points())));
        return voices;
    }

    /** A code with a fault is none: it would be refused from a list as well. */
    private static @Nullable String code(MadeFirm firm) {
        return CreditCode.check(firm.code()) == CreditCode.Fault.FINE ? firm.code() : null;
    }

    private static Map<String, List<TitleSpan>> titles(MadeFirm firm) {
        var titles = new TreeMap<String, List<TitleSpan>>();
        firm.knownTitles().forEach(title -> titles.put(title, new ArrayList<>()));
        firm.titles()
                .forEach(held -> titles.computeIfAbsent(held.title(), title -> new ArrayList<>())
                        .add(new TitleSpan(held.from(), held.to())));
        return titles;
    }
}
