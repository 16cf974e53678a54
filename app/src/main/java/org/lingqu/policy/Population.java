package org.lingqu.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.function.UnaryOperator;
import org.lingqu.engine.policy.column.FirmSource;
import org.lingqu.engine.policy.column.GroupBy;
import org.lingqu.registry.Places;
import org.lingqu.whatif.Grouping;

/**
 * All enterprises as what policies decide.
 *
 * @param asOf the day they are decided for
 * @param enterprises the number of an enterprise by its row
 */
public record Population(LocalDate asOf, FirmSource firms, IntToLongFunction enterprises) {

    private static final String SIZE = "企业规模";
    private static final String DISTRICT = "注册地";

    /** The number of the enterprise of a row that stands for one. */
    public long enterprise(int row) {
        return enterprises.applyAsLong(row);
    }

    /** By what people ask for first: industry, size as it was worked out, park, district. */
    public List<Grouping> groupings(Places places) {
        return Grouping.usual(firms).stream()
                .map(grouping -> switch (grouping.title()) {
                    case SIZE ->
                        firms.has(SizeColumn.NAME)
                                ? new Grouping(SIZE, GroupBy.code(SizeColumn.NAME), UnaryOperator.identity())
                                : grouping;
                    case DISTRICT -> new Grouping(DISTRICT, grouping.by(), places::named);
                    default -> grouping;
                })
                .toList();
    }
}
