package org.lingqu.engine.policy.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.ProblemCode;
import org.lingqu.engine.policy.pack.Benefit;
import org.lingqu.engine.policy.pack.Clause;
import org.lingqu.engine.policy.pack.Stacking;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.yaml.Fields;
import org.lingqu.engine.policy.yaml.Yaml;

/** Reads what a policy gives: the money, and how benefits go together. */
final class BenefitReader {

    private static final Phrase BENEFIT = new Phrase("一项优惠", "a benefit");

    private final Draft draft;

    BenefitReader(Draft draft) {
        this.draft = draft;
    }

    Benefit benefit(Yaml yaml, Clause outer) {
        var fields = draft.fields(yaml, BENEFIT);
        String id = draft.id(fields);
        Clause clause = draft.clause(fields, outer);
        Optional<Yaml.Scalar> amount = fields.scalar("amount");
        Optional<NumberTerm> money = amount.map(scalar -> money(scalar).orElse(Unreadable.NUMBER));
        Optional<NumberTerm> cap =
                fields.scalar("cap").map(scalar -> money(scalar).orElse(Unreadable.NUMBER));
        Optional<Condition> when = fields.scalar("when").map(draft::conditionOrUnreadable);
        String per = fields.choice("per", "once", Set.of("once", "year", "never"));
        var benefit = new Benefit(
                id,
                clause,
                money.map(value ->
                        cap.map(most -> Folding.min(List.of(value, most))).orElse(value)),
                when,
                frequency(per),
                fields.words("excludes"),
                amount.map(scalar -> scalar.text().strip()).orElse("")
                        + fields.scalar("cap")
                                .map(scalar -> "，最高 " + scalar.text().strip())
                                .orElse(""));
        fields.close();
        return benefit;
    }

    private static Benefit.Frequency frequency(String per) {
        return switch (per) {
            case "year" -> Benefit.Frequency.YEARLY;
            case "never" -> Benefit.Frequency.NEVER;
            default -> Benefit.Frequency.ONCE;
        };
    }

    private Optional<NumberTerm> money(Yaml.Scalar scalar) {
        Optional<Typed.Num> number = draft.number(scalar);
        boolean wrong = number.filter(n -> !Comparisons.fits(n, new Typed.Num(n.term(), Unit.MONEY)))
                .isPresent();
        if (wrong) {
            draft.report(
                    scalar.place(),
                    ProblemCode.WRONG_UNIT,
                    Phrase.of(
                            "「{0}」是{1}，这里要的是金额；请写 * 万元 或 * 元",
                            "\"{0}\" is {1} where money is asked; write * 万元 or * 元",
                            scalar.text().strip(),
                            number.orElseThrow().unit().says()));
            return Optional.empty();
        }
        return number.map(Typed.Num::term);
    }

    Stacking stacking(Yaml yaml, List<Benefit> benefits, Clause outer) {
        var fields = draft.fields(yaml, Phrase.of("「together」和「cap」", "\"together\" and \"cap\""));
        List<Yaml.Scalar> together = fields.scalars("together");
        Set<String> known = benefits.stream().map(Benefit::id).collect(java.util.stream.Collectors.toSet());
        for (Yaml.Scalar id : together) {
            unknownBenefit(fields, id, known);
        }
        BigDecimal most = fields.needScalar("cap")
                .flatMap(this::money)
                .flatMap(Folding::constant)
                .orElse(BigDecimal.ZERO);
        var stacking =
                new Stacking(together.stream().map(Yaml.Scalar::text).toList(), most, draft.clause(fields, outer));
        fields.close();
        return stacking;
    }

    /** Benefits that exclude each other are known; those of other policies are written with their policy. */
    void excluded(List<Yaml> items, List<Benefit> benefits) {
        Set<String> known = benefits.stream().map(Benefit::id).collect(java.util.stream.Collectors.toSet());
        for (Yaml item : items) {
            if (item instanceof Yaml.Mapping) {
                var fields = draft.fields(item, BENEFIT);
                fields.scalars("excludes").stream()
                        .filter(id -> id.text().indexOf('#') < 0)
                        .forEach(id -> unknownBenefit(fields, id, known));
            }
        }
    }

    private static void unknownBenefit(Fields fields, Yaml.Scalar id, Set<String> known) {
        if (!known.contains(id.text())) {
            fields.report(
                    id.place(),
                    ProblemCode.UNKNOWN_NAME,
                    Phrase.of(
                            "没有 id 为「{0}」的优惠{1}",
                            "no benefit has the id \"{0}\".{1}",
                            id.text(),
                            org.lingqu.engine.policy.yaml.DidYouMean.advice(id.text(), known)));
        }
    }
}
