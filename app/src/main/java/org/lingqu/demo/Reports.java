package org.lingqu.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Supplier;

/**
 * Who has stated what: gaps as they come about. A return that was not filed leaves out all its figures of a year, statistics
 * know only firms above a size, firms that are not engaged say nothing themselves, and of what is filed one line in a hundred
 * is empty. One firm of standing in nine lacks a single figure that counts.
 */
final class Reports {

    private static final double LINE_EMPTY = 0.008;
    private static final double LACKS_ONE = 0.11;
    private static final long TEN_THOUSAND = 10_000;
    private static final Map<String, List<Supplier>> SUPPLY = supply();
    private static final List<FactRef> LACKING = List.of(
            lacking("科技人员", 0),
            lacking("职工总数", 0),
            lacking("高新技术产品收入", 0),
            lacking("收入总额", 0),
            lacking("研发费用", 1),
            lacking("境内研发费用", 2),
            lacking("净资产", 1),
            lacking("销售收入", 2),
            lacking("科技成果转化数", 1));
    /** Known of firms that are taxed by flat rate, too. */
    private static final Set<String> FLAT_RATE = Set.of("收入总额", "纳税额");

    private final Profile profile;
    private final boolean aboveScale;
    private final Dice dice;
    private final Set<Supplier> speaking = EnumSet.noneOf(Supplier.class);
    private final boolean[] taxFiled = new boolean[Years.COUNT];
    private final boolean[] firmFiled = new boolean[Years.COUNT];
    private final boolean roundsOff;
    private final List<MadeValue> values = new ArrayList<>(300);

    private Reports(Profile profile, boolean aboveScale, Dice dice) {
        this.profile = profile;
        this.aboveScale = aboveScale;
        this.dice = dice;
        for (Supplier supplier : Supplier.values()) {
            if (dice.chance(speaks(supplier))) {
                speaking.add(supplier);
            }
        }
        for (int i = 0; i < Years.COUNT; i++) {
            taxFiled[i] = dice.chance(i == Years.COUNT - 1 ? 0.94 : 0.985);
            firmFiled[i] = dice.chance(0.96);
        }
        roundsOff = dice.chance(0.4);
    }

    static List<MadeValue> of(Profile profile, boolean aboveScale, Truth truth, Dice dice) {
        var reports = new Reports(profile, aboveScale, dice);
        FactRef lacking = profile.standing().compareTo(Standing.CANDIDATE) >= 0 && dice.chance(LACKS_ONE)
                ? dice.oneOf(LACKING)
                : FactRef.of("");
        for (Truth.Item item : truth.items()) {
            boolean left =
                    item.fact().equals(lacking.fact()) && item.year() == MadeRegion.LAST_YEAR - lacking.yearsBack();
            if (!left) {
                reports.state(item);
            }
        }
        return reports.values;
    }

    /** Whether anybody states that fact of firms. */
    static boolean isStated(String fact) {
        return SUPPLY.containsKey(fact);
    }

    private double speaks(Supplier supplier) {
        return switch (supplier) {
            case TAX, MARKET_REGULATION -> 0.995;
            case STATISTICS -> 1;
            case FIRM -> profile.engaged() ? 1 : 0;
            case SCIENCE, INDUSTRY, INTELLECTUAL_PROPERTY, OTHER ->
                switch (profile.standing()) {
                    case PLAIN -> 0.5;
                    case LIGHT -> 0.85;
                    case CANDIDATE -> 0.96;
                    case HOLDER -> 0.99;
                };
            case EXPERT -> 0;
        };
    }

    private void state(Truth.Item item) {
        boolean first = true;
        for (Supplier supplier : SUPPLY.getOrDefault(item.fact(), List.of())) {
            if (speaking.contains(supplier) && knows(supplier, item) && !dice.chance(LINE_EMPTY)) {
                FactValue value = first || supplier != Supplier.FIRM || !roundsOff ? item.value() : rounded(item);
                values.add(new MadeValue(item.fact(), item.year(), value, supplier, day(supplier, item.year())));
                first = false;
            }
        }
    }

    private boolean knows(Supplier supplier, Truth.Item item) {
        int place = item.year() - MadeRegion.FIRST_YEAR;
        boolean yearly = item.year() != FactRef.NO_YEAR && place < Years.COUNT;
        return switch (supplier) {
            case TAX ->
                yearly
                        ? taxFiled[place] && (profile.onAccounts() || FLAT_RATE.contains(item.fact()))
                        : profile.onAccounts() || item.value() instanceof FactValue.YesNo;
            case STATISTICS ->
                aboveScale || item.fact().equals("规上企业") || item.fact().equals("行业代码");
            case FIRM -> !yearly || firmFiled[place];
            case MARKET_REGULATION, INTELLECTUAL_PROPERTY, SCIENCE, INDUSTRY, OTHER, EXPERT -> true;
        };
    }

    /** Firms think in 万元; what they say beside the tax office often ends in four zeros. */
    private static FactValue rounded(Truth.Item item) {
        if (item.value() instanceof FactValue.Amount(var amount) && amount.longValue() > 100 * TEN_THOUSAND) {
            return new FactValue.Amount(java.math.BigDecimal.valueOf(
                    Math.round(amount.longValue() / (double) TEN_THOUSAND) * TEN_THOUSAND));
        }
        return item.value();
    }

    /** Returns of a year come in the next one; what has no year is as of the last weeks. */
    private static LocalDate day(Supplier supplier, int year) {
        int next =
                year == FactRef.NO_YEAR ? MadeRegion.AS_OF.getYear() : Math.min(year + 1, MadeRegion.AS_OF.getYear());
        return switch (supplier) {
            case TAX -> LocalDate.of(next, 5, 31);
            case STATISTICS -> LocalDate.of(next, 3, 31);
            case FIRM -> LocalDate.of(next, 4, 20);
            case MARKET_REGULATION -> LocalDate.of(next, 6, 15);
            case INTELLECTUAL_PROPERTY -> LocalDate.of(next, 6, 10);
            case SCIENCE, INDUSTRY, OTHER, EXPERT -> LocalDate.of(next, 6, 1);
        };
    }

    private static FactRef lacking(String fact, int yearsBack) {
        return new FactRef(fact, yearsBack);
    }

    private static Map<String, List<Supplier>> supply() {
        var supply = new HashMap<String, List<Supplier>>();
        for (List<String> row : Tables.rows("supply.tsv")) {
            var suppliers = new ArrayList<Supplier>();
            for (String name : row.get(1).split(" ", -1)) {
                suppliers.add(Supplier.valueOf(name));
            }
            supply.put(row.get(0), List.copyOf(suppliers));
        }
        return Collections.unmodifiableMap(supply);
    }
}
