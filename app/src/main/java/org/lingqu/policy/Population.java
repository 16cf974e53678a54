package org.lingqu.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.lingqu.engine.policy.column.FirmColumns;
import org.lingqu.engine.policy.column.GroupBy;
import org.lingqu.registry.Places;
import org.lingqu.whatif.Grouping;

/**
 * All enterprises as columns.
 *
 * @param asOf the day they are decided for
 * @param ids numbers of the enterprises, in the order of the rows
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public record Population(LocalDate asOf, FirmColumns columns, long[] ids) {

    private static final String SIZE = "企业规模";
    private static final String DISTRICT = "注册地";

    /** By what people ask for first: industry, size as it was worked out, park, district. */
    public List<Grouping> groupings(Places places) {
        return Grouping.usual(columns).stream()
                .map(grouping -> switch (grouping.title()) {
                    case SIZE ->
                        columns.has(SizeColumn.NAME)
                                ? new Grouping(SIZE, GroupBy.code(SizeColumn.NAME), UnaryOperator.identity())
                                : grouping;
                    case DISTRICT -> new Grouping(DISTRICT, grouping.by(), places::named);
                    default -> grouping;
                })
                .toList();
    }
}
