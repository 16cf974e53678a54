package org.lingqu.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.FactValue;

/** Takes a row of a list of parties apart: what is said of the party itself, and whom it names beside it. */
final class PartyCells {

    private final PartyDeclaration declared;
    private final List<ColumnMeaning> meanings;

    PartyCells(PartyDeclaration declared, List<ColumnMeaning> meanings) {
        this.declared = declared;
        this.meanings = meanings;
    }

    /**
     * A row.
     *
     * @param row as Excel counts
     * @param said of the party itself
     * @param isPersonal whether its name is or holds somebody's number
     */
    record Row(int row, Said said, List<Related> related, List<CellProblem> problems, boolean isPersonal) {

        /** A problem of the row as a whole. */
        CellProblem problem(String code, String value, String chinese, String english) {
            return new CellProblem(row, 0, "", code, RowReader.masked(value), new Advice(chinese, english));
        }
    }

    /** Somebody named in a column of relations, as written. */
    record Related(
            int row,
            int place,
            RelationColumn column,
            String text,
            @Nullable LocalDate begins,
            @Nullable LocalDate ends) {

        CellProblem problem(String code, String value, String chinese, String english) {
            return new CellProblem(
                    row,
                    place,
                    column.column(),
                    code,
                    RowReader.masked(PersonalNumbers.masked(value)),
                    new Advice(chinese, english));
        }
    }

    Row read(RowSaid row) {
        int number = row.row().row();
        var problems = new ArrayList<>(row.row().problems());
        Map<FactYear, FactValue> values = new TreeMap<>(row.said().values());
        var related = new ArrayList<Related>();
        for (RelationColumn column : declared.relations()) {
            FactValue other = values.remove(FactYear.of(column.column()));
            LocalDate begins = day(values.remove(FactYear.of(column.from())));
            LocalDate ends = day(values.remove(FactYear.of(column.until())));
            if (begins != null && ends != null && ends.isBefore(begins)) {
                problems.add(endsBeforeItBegins(number, column.until(), ends));
                ends = null;
            }
            if (other != null) {
                int place = place(column.column());
                related.add(new Related(number, place, column, FactWords.of(other), begins, ends));
            }
        }
        withoutPersonalNumbers(number, values, problems);
        LocalDate begins = day(values.get(FactYear.of(declared.begins())));
        LocalDate ends = day(values.get(FactYear.of(declared.ends())));
        if (begins != null && ends != null && ends.isBefore(begins)) {
            problems.add(endsBeforeItBegins(number, declared.ends(), ends));
            values.remove(FactYear.of(declared.ends()));
        }
        String name = row.row().name();
        boolean personal = false;
        if (name != null && PersonalNumbers.isIn(name)) {
            personal = true;
            problems.add(personalNumber(number, 0, declared.names().getFirst(), name));
        }
        Said said = Said.of(name, row.row().code(), values, Map.of(), Map.of(), Map.of());
        return new Row(number, said, related, problems, personal);
    }

    private void withoutPersonalNumbers(int row, Map<FactYear, FactValue> values, List<CellProblem> problems) {
        values.entrySet().removeIf(each -> {
            boolean personal =
                    PartyReading.isWords(each.getValue()) && PersonalNumbers.isIn(FactWords.of(each.getValue()));
            if (personal) {
                String fact = each.getKey().fact();
                problems.add(personalNumber(row, place(fact), fact, FactWords.of(each.getValue())));
            }
            return personal;
        });
    }

    private static CellProblem personalNumber(int row, int place, String header, String value) {
        return new CellProblem(
                row,
                place,
                header,
                "PERSONAL_NUMBER",
                PersonalNumbers.masked(value),
                new Advice(
                        "电话和证件号码不在这里登记，请删去号码",
                        "Telephone and identity numbers are not kept here; take the number out"));
    }

    private CellProblem endsBeforeItBegins(int row, String fact, LocalDate ends) {
        return new CellProblem(
                row,
                place(fact),
                fact,
                "ENDS_BEFORE_IT_BEGINS",
                ends.toString(),
                new Advice("截止日期早于起始日期，请核对两个日期", "It ends before it begins; look at both days"));
    }

    /** The column that holds a fact, from 0; 0 where none does. */
    private int place(String fact) {
        for (int column = 0; column < meanings.size(); column++) {
            if (meanings.get(column) instanceof ColumnMeaning.FactColumn held
                    && held.fact().name().equals(fact)) {
                return column;
            }
        }
        return 0;
    }

    private static @Nullable LocalDate day(@Nullable FactValue value) {
        return value instanceof FactValue.Day(LocalDate day) ? day : null;
    }
}
