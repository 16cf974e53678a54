package org.lingqu.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.lingqu.engine.policy.column.ColumnKind;
import org.lingqu.engine.policy.column.ColumnShape;
import org.lingqu.engine.policy.column.FirmSource;
import org.lingqu.engine.policy.column.GroupBy;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.whatif.GroupChange;
import org.lingqu.registry.Industries;

/**
 * By what firms are counted together.
 *
 * @param title 行业大类, 企业规模, 园区, or the fact's own name
 * @param names what a code is called in a table
 */
public record Grouping(String title, GroupBy by, UnaryOperator<String> names) {

    private static final String INDUSTRY = "行业代码";
    private static final List<String> USUAL = List.of(INDUSTRY, "企业规模", "园区", "注册地");
    private static final List<String> SIZES = List.of("大型", "中型", "小型", "微型");

    /** Those people ask for first, as far as the list holds them. */
    public static List<Grouping> usual(FirmSource firms) {
        return USUAL.stream()
                .filter(name -> isOfCodes(name, firms))
                .map(Grouping::of)
                .toList();
    }

    private static boolean isOfCodes(String name, FirmSource firms) {
        ColumnShape shape = firms.shapes().get(name);
        return shape != null && shape.kind() == ColumnKind.CODES;
    }

    static Grouping of(String fact) {
        return fact.equals(INDUSTRY)
                ? new Grouping("行业大类", new GroupBy(INDUSTRY, 2), Industries::named)
                : new Grouping(fact, GroupBy.code(fact), UnaryOperator.identity());
    }

    /**
     * Those asked for by name.
     *
     * @param problems gets what is no fact, holds no codes or is not in the list
     */
    public static List<Grouping> named(
            List<String> names, FirmSource firms, Facts facts, List<Settings.Problem> problems) {
        var found = new ArrayList<Grouping>();
        for (String name : names) {
            Fact fact = facts.called(name);
            String column = fact == null ? name : fact.name();
            if (!firms.has(column)) {
                problems.add(new Settings.Problem(
                        "NO_SUCH_COLUMN", name, "名单中没有这一列，不能按它分组。The list has no such column to group by."));
            } else if (!isOfCodes(column, firms)) {
                problems.add(new Settings.Problem(
                        "NO_CODES", name, "只能按代码类的列分组，如行业代码、企业规模、园区、注册地。Only columns of codes can group firms."));
            } else {
                found.add(of(column));
            }
        }
        return found;
    }

    /** What a group is called in a table. */
    public String label(GroupChange group) {
        String code = group.codes().getFirst();
        if (code.isEmpty()) {
            return "未填";
        }
        return names.apply(code);
    }

    /** Sizes from the largest down, everything else by its code. */
    public List<GroupChange> sorted(List<GroupChange> groups) {
        return groups.stream()
                .sorted(Comparator.comparingInt(group -> {
                    int place = SIZES.indexOf(group.codes().getFirst());
                    return place < 0 ? SIZES.size() : place;
                }))
                .toList();
    }
}
