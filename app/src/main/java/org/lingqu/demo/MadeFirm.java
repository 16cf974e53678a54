package org.lingqu.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.fact.FirmFacts;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.engine.policy.fact.TitleHeld;

/**
 * A firm of the demonstration region as its records have it.
 *
 * @param index its number in the region, from 0
 * @param code as it stands in the records: the unified credit code, wrong where a mistake says so
 * @param district six digits
 * @param park the park it is located in, if any
 * @param chainLink its place in the cluster of its industry: 上游, 中游 or 下游; empty where there is no cluster
 * @param values all that is said, several voices on one figure side by side: the one that counts first
 * @param titles with their days of validity
 * @param knownTitles titles of which it is known whether the firm holds them
 * @param answers to manual items of policies ({@code cn/high-tech#field})
 * @param points that experts gave to judged items
 * @param mistakes planted in the above
 * @param parties platforms, teams and talents that the firm has
 * @param relations of the firm and of these
 */
public record MadeFirm(
        int index,
        String code,
        String name,
        LocalDate founded,
        String district,
        Optional<String> park,
        String cluster,
        String chainLink,
        Growth growth,
        Standing standing,
        List<MadeValue> values,
        List<TitleHeld> titles,
        Set<String> knownTitles,
        Map<String, Boolean> answers,
        Map<String, BigDecimal> points,
        List<MadeMistake> mistakes,
        List<MadeParty> parties,
        List<MadeRelation> relations) {

    private record Place(String fact, int year) {}

    private record Source(Supplier supplier, LocalDate day) {}

    /** Few, and the same for all firms: returns of a year are dated alike. */
    private static final Map<Source, String> SOURCES = new ConcurrentHashMap<>();

    /** As policies are applied to it: of several voices on one figure the first counts. */
    public Firm firm() {
        FirmFacts.Builder facts = FirmFacts.builder();
        counting().forEach(value -> facts.put(value.fact(), value.year(), value.value(), source(value)));
        knownTitles.forEach(facts::titleKnown);
        titles.forEach(facts::title);
        answers.forEach(facts::answer);
        points.forEach(facts::judgement);
        return new Firm(code, name, facts.build());
    }

    /** The values that count: one for each fact and year. */
    public List<MadeValue> counting() {
        var seen = new HashSet<Place>(values.size() * 2);
        return values.stream()
                .filter(value -> seen.add(new Place(value.fact(), value.year())))
                .toList();
    }

    private static String source(MadeValue value) {
        return SOURCES.computeIfAbsent(
                new Source(value.supplier(), value.day()), source -> label(source.supplier()) + " " + source.day());
    }

    private static String label(Supplier supplier) {
        return switch (supplier) {
            case FIRM -> "企业填报";
            case TAX -> "税务";
            case STATISTICS -> "统计";
            case MARKET_REGULATION -> "市场监管";
            case INTELLECTUAL_PROPERTY -> "知识产权";
            case SCIENCE -> "科技";
            case INDUSTRY -> "工信";
            case EXPERT -> "专家";
            case OTHER -> "其他部门";
        };
    }
}
