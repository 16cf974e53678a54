package org.lingqu.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Puts mistakes into an officer's list, one a row, every kind in turn. */
final class Planter {

    /** One row in so many has a mistake. */
    private static final int EVERY = 7;

    private final OfficerList list;
    private final List<MadeFirm> firms;
    private final Dice dice;
    private final List<Planted> planted = new ArrayList<>();

    private record Planted(int row, PlantedMistake mistake) {}

    Planter(OfficerList list, List<MadeFirm> firms, Dice dice) {
        this.list = list;
        this.firms = firms;
        this.dice = dice;
    }

    /** @return in the order of the sheet */
    List<PlantedMistake> plant() {
        List<PlantedMistake.Kind> kinds = PlantedMistake.Kind.ofFirms();
        int next = 0;
        for (int firm = dice.between(1, EVERY - 1); firm < list.firms(); firm += EVERY) {
            plant(kinds.get(next++ % kinds.size()), firm);
        }
        return planted.stream()
                .sorted(Comparator.comparingInt(Planted::row))
                .map(Planted::mistake)
                .toList();
    }

    private void plant(PlantedMistake.Kind kind, int firm) {
        int row = OfficerList.row(firm);
        String code = firms.get(firm).code();
        int revenue = OfficerList.column("营业收入", 2025);
        int research = OfficerList.column("研发费用", 2024);
        int staff = OfficerList.column("职工总数", 2025);
        switch (kind) {
            case WRONG_CHECK_SIGN -> write(kind, row, OfficerList.CODE, FirmNames.withWrongCheck(code));
            case CODE_TOO_SHORT -> write(kind, row, OfficerList.CODE, code.substring(0, 17));
            case LETTER_FOR_FIGURE ->
                write(kind, row, OfficerList.CODE, code.substring(0, 10) + "O" + code.substring(11));
            case CODE_AS_NUMBER ->
                write(kind, row, OfficerList.CODE, new BigDecimal(code.substring(0, 8) + "0000000000"));
            case ABOUT -> write(kind, row, revenue, "约" + shown(row, revenue, "500"));
            case DEAD_FORMULA -> write(kind, row, research, "#REF!");
            case UNIT_BEHIND_FIGURE -> write(kind, row, revenue, shown(row, revenue, "500") + "万元");
            case NEGATIVE ->
                write(
                        kind,
                        row,
                        research,
                        number(row, research).abs().add(BigDecimal.ONE).negate());
            case HALF_A_PERSON -> write(kind, row, staff, number(row, staff).add(new BigDecimal("0.5")));
            case FORMATTED_AS_DATE -> write(kind, row, staff, LocalDate.of(1905, 3, 14));
            case NO_SUCH_DAY ->
                write(kind, row, OfficerList.FOUNDED, firms.get(firm).founded().getYear() + "-02-30");
            case SEASON_FOR_DAY ->
                write(kind, row, OfficerList.FOUNDED, firms.get(firm).founded().getYear() + "年春");
            case NAME_FOR_CODE -> write(kind, row, OfficerList.INDUSTRY, "制造业");
            case NEITHER_YES_NOR_NO -> write(kind, row, OfficerList.RESIDENT, "待核实");
            case SAME_FIRM_OTHER_NAME -> twin(kind, row, firm);
            case ROW_WITHOUT_FIRM -> {
                list.clear(row, OfficerList.NAME);
                list.clear(row, OfficerList.CODE);
                note(kind, row, 0, "", firms.get(firm).name());
            }
            case ZERO_TOO_MANY -> write(kind, row, revenue, number(row, revenue).multiply(BigDecimal.TEN));
            case YUAN_FOR_TEN_THOUSAND ->
                write(kind, row, revenue, number(row, revenue).multiply(new BigDecimal("10000")));
            case WRONG_CHECK_DIGIT, DIGIT_MISSING, YEAR_TO_COME, OTHER_CLASS, NO_NUMBER, SAME_RIGHT_AGAIN ->
                throw new IllegalArgumentException(kind + " is a mistake of lists of rights");
        }
    }

    /** The row becomes another one of the firm six rows above, which has no mistake of its own. */
    private void twin(PlantedMistake.Kind kind, int row, int firm) {
        int earlier = Math.max(0, firm - EVERY + 1);
        list.put(row, OfficerList.NAME, FirmNames.olderName(firms.get(earlier).name()));
        list.put(row, OfficerList.CODE, firms.get(earlier).code());
        note(
                kind,
                row,
                OfficerList.CODE,
                firms.get(earlier).code(),
                firms.get(firm).code());
    }

    private BigDecimal number(int row, int column) {
        return list.at(row, column) instanceof Number number ? new BigDecimal(number.toString()) : new BigDecimal("36");
    }

    private String shown(int row, int column, String otherwise) {
        return Objects.requireNonNullElse(list.at(row, column), otherwise).toString();
    }

    private void write(PlantedMistake.Kind kind, int row, int column, Object wrong) {
        String meant = shown(row, column, "");
        list.put(row, column, wrong);
        note(kind, row, column, wrong.toString(), meant);
    }

    private void note(PlantedMistake.Kind kind, int row, int column, String written, String meant) {
        planted.add(
                new Planted(row, new PlantedMistake(OfficerList.cell(row, column), kind, kind.code(), written, meant)));
    }
}
