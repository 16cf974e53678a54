package org.lingqu.registry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.lingqu.database.Database;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.registry.store.PartyEntryRows;
import org.lingqu.registry.store.PartyRows;
import org.lingqu.registry.store.RelationRows;
import org.springframework.stereotype.Service;

/**
 * Rights that enterprises hold (知识产权), counted beside what their files say of them. A remark for people: no decision asks it.
 * Safe for use by many threads.
 */
@Service
public final class Rights {

    private static final FactYear STATE = FactYear.of("法律状态");
    private static final String IN_FORCE = "有效";
    private static final FactYear OBTAINED = FactYear.of("取得方式");
    /** Leave to use what somebody else owns; 国科发火〔2016〕195号 asks for ownership. */
    private static final String LICENSED = "许可";

    private static final Map<RightClass.Rank, FactYear> COUNTED = Map.of(
            RightClass.Rank.ONE, FactYear.of("Ⅰ类知识产权"),
            RightClass.Rank.TWO, FactYear.of("Ⅱ类知识产权"));

    /** No firm holds more that anybody would count on a page. */
    private static final int MOST = 5000;

    private final Database database;
    private final PartyKinds kinds;
    private final Parties parties;

    Rights(Database database, PartyKinds kinds, Parties parties) {
        this.database = database;
        this.kinds = kinds;
        this.parties = parties;
    }

    /**
     * One right of somebody.
     *
     * @param counts whether it is in force and owned
     */
    public record Right(Party party, boolean counts) {}

    /**
     * That a file says another number than lists hold.
     *
     * @param listed how many are in force
     * @param said what the file says
     */
    public record Differs(RightClass.Rank rank, int listed, BigDecimal said) {}

    /**
     * What somebody holds.
     *
     * @param all those in force first, the newest first
     * @param inForce how many of each class are in force; classes without any are left out
     * @param differs from the file, where it says how many there are and somebody has recorded any
     */
    public record Held(List<Right> all, Map<RightClass, Integer> inForce, List<Differs> differs) {
        public Held {
            all = List.copyOf(all);
            differs = List.copyOf(differs);
        }
    }

    /** What an enterprise holds today; whoever may see the enterprise may see it. */
    public Held of(Enterprise enterprise, FirmFile file) {
        LocalDate day = parties.today();
        List<Right> all = database.read(in -> held(in, new RelationEnd.OfEnterprise(enterprise.id()), day));
        var inForce = new EnumMap<RightClass, Integer>(RightClass.class);
        for (Right each : all) {
            String name = each.party().level();
            if (each.counts() && name != null) {
                RightClass.called(name).ifPresent(right -> inForce.merge(right, 1, Integer::sum));
            }
        }
        return new Held(all, inForce, all.isEmpty() ? List.of() : differs(inForce, file));
    }

    private List<Right> held(DSLContext in, RelationEnd holder, LocalDate day) {
        var group = new RelationRows.Group(RelationRole.HELD_BY, true, false);
        List<Long> ids = RelationRows.of(in, holder, group, day, 0, MOST).stream()
                .map(Relation::from)
                .filter(RelationEnd.OfParty.class::isInstance)
                .map(RelationEnd::id)
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Entry>> entries = PartyEntryRows.of(in, ids);
        return PartyRows.byIds(in, ids).values().stream()
                .filter(party -> party.kind() == PartyKind.RIGHT && party.listed())
                .map(party -> new Right(party, counts(party, entries.getOrDefault(party.id(), List.of()), day)))
                .sorted(Comparator.comparing(Right::counts)
                        .reversed()
                        .thenComparing(right -> right.party().begins(), Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparingLong(right -> right.party().id()))
                .toList();
    }

    /** Where nobody says how it stands, one that was granted is in force until its last day. */
    private boolean counts(Party right, List<Entry> entries, LocalDate day) {
        FirmFile file = FirmFile.of(entries, kinds.of(PartyKind.RIGHT).facts());
        LocalDate granted = right.begins();
        boolean inForce = file.holding(STATE)
                .map(held -> FactWords.of(held.value()).equals(IN_FORCE))
                .orElse(granted != null && !granted.isAfter(day));
        boolean licensed = file.holding(OBTAINED)
                .filter(held -> FactWords.of(held.value()).equals(LICENSED))
                .isPresent();
        return inForce && !right.isOver(day) && !licensed;
    }

    private static List<Differs> differs(Map<RightClass, Integer> inForce, FirmFile file) {
        var differs = new ArrayList<Differs>();
        for (RightClass.Rank rank : List.of(RightClass.Rank.ONE, RightClass.Rank.TWO)) {
            int listed = inForce.entrySet().stream()
                    .filter(each -> each.getKey().rank() == rank)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            FactYear fact = COUNTED.get(rank);
            if (fact != null
                    && file.holding(fact).map(Holding::value).orElse(null) instanceof FactValue.Amount(BigDecimal said)
                    && said.compareTo(BigDecimal.valueOf(listed)) != 0) {
                differs.add(new Differs(rank, listed, said));
            }
        }
        return differs;
    }
}
