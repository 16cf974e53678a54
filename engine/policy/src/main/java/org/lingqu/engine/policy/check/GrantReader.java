package org.lingqu.engine.policy.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.ProblemCode;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactType;
import org.lingqu.engine.policy.pack.Clause;
import org.lingqu.engine.policy.pack.Grant;
import org.lingqu.engine.policy.pack.Grant.Lasting;
import org.lingqu.engine.policy.pack.PolicyId;
import org.lingqu.engine.policy.pack.Yield;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.Terms;
import org.lingqu.engine.policy.yaml.DidYouMean;
import org.lingqu.engine.policy.yaml.Fields;
import org.lingqu.engine.policy.yaml.Yaml;

/** Reads what a policy makes of a firm: the titles that it grants, the fact that it derives. */
final class GrantReader {

    private static final int LONGEST = 1200; // months
    private static final BigDecimal YEAR = BigDecimal.valueOf(12);

    private final Draft draft;

    GrantReader(Draft draft) {
        this.draft = draft;
    }

    /** One title or a list of them. */
    List<Grant> grants(Yaml yaml, Clause outer) {
        List<Yaml> items = yaml instanceof Yaml.Sequence list ? list.items() : List.of(yaml);
        List<Grant> grants = new ArrayList<>();
        for (Yaml item : items) {
            Grant grant = grant(item, outer);
            boolean twice = grants.stream().anyMatch(one -> one.title().equals(grant.title()));
            if (twice && !grant.title().isEmpty()) {
                draft.report(
                        item.place(),
                        ProblemCode.DUPLICATE_ID,
                        Phrase.of("称号「{0}」上面已经授予过", "the title \"{0}\" is granted above already", grant.title()));
            }
            grants.add(grant);
        }
        return grants;
    }

    private Grant grant(Yaml yaml, Clause outer) {
        var fields = draft.fields(
                yaml, Phrase.of("称号，有「title」和「years」或「months」", "a title with \"title\" and \"years\" or \"months\""));
        String title = fields.need("title");
        Optional<Condition> when = fields.scalar("when").map(draft::conditionOrUnreadable);
        Lasting lasting = lasting(fields);
        var grant = new Grant(title, when, lasting, draft.clause(fields, outer));
        fields.close();
        return grant;
    }

    private Lasting lasting(Fields fields) {
        Optional<Yaml.Scalar> years = fields.scalar("years");
        Optional<Yaml.Scalar> months = fields.scalar("months");
        if (years.isPresent() && months.isPresent()) {
            draft.report(
                    fields.place(),
                    ProblemCode.WRONG_VALUE,
                    Phrase.of(
                            "有效期按「years」或「months」写，只留一个",
                            "a title is valid so many \"years\" or so many \"months\"; keep one of them"));
        }
        return years.map(scalar -> lasting(scalar, YEAR))
                .or(() -> months.map(scalar -> lasting(scalar, BigDecimal.ONE)))
                .orElse(new Lasting.NotKnown());
    }

    private Lasting lasting(Yaml.Scalar scalar, BigDecimal unit) {
        if (scalar.text().equals("unlimited")) {
            return new Lasting.Unlimited();
        }
        Optional<Typed.Num> number = draft.number(scalar);
        if (number.isEmpty() || Folding.constant(number.get().term()).isEmpty()) {
            return new Lasting.NotKnown(); // a parameter without a value, or a report
        }
        BigDecimal months = Folding.constant(number.get().term())
                .orElseThrow()
                .multiply(unit)
                .stripTrailingZeros();
        boolean right =
                months.scale() <= 0 && months.signum() > 0 && months.compareTo(BigDecimal.valueOf(LONGEST)) <= 0;
        if (!right || !number.get().unit().fits(Unit.PLAIN)) {
            draft.report(
                    scalar.place(),
                    ProblemCode.WRONG_VALUE,
                    Phrase.of(
                            "称号的有效期是整数个月，长期有效写 unlimited；现在是「{0}」",
                            "a title is valid a whole number of months, or unlimited; found \"{0}\"", scalar.text()));
            return new Lasting.NotKnown();
        }
        return new Lasting.Months(months.intValueExact());
    }

    /** The fact that this policy derives, if the dictionary says so too. */
    Optional<Yield> yields(Yaml yaml, PolicyId id, Clause outer) {
        var fields = draft.fields(yaml, Phrase.of("「fact」和「cases」", "\"fact\" and \"cases\""));
        Optional<Yaml.Scalar> name = fields.needScalar("fact");
        Clause clause = draft.clause(fields, outer);
        Optional<Fact> fact = name.flatMap(scalar -> derived(scalar, id));
        List<Yield.Case> cases = new ArrayList<>();
        Optional<String> otherwise = Optional.empty();
        for (Yaml item : fields.items("cases")) {
            var inner = draft.fields(
                    item,
                    Phrase.of("一种情形，写「if」和「value」，或「otherwise」", "a case with \"if\" and \"value\", or \"otherwise\""));
            if (inner.has("otherwise")) {
                otherwise = inner.scalar("otherwise").flatMap(scalar -> value(scalar, fact));
            } else {
                Optional<Condition> condition = inner.needScalar("if").flatMap(draft::condition);
                Optional<String> value = inner.needScalar("value").flatMap(scalar -> value(scalar, fact));
                condition.ifPresent(when -> value.ifPresent(word -> cases.add(new Yield.Case(when, word))));
                condition.ifPresent(when -> selfless(inner, when, fact));
            }
            inner.close();
        }
        if (otherwise.isEmpty()) {
            draft.report(
                    fields.place(),
                    ProblemCode.MISSING_KEY,
                    Phrase.of(
                            "「cases」最后要有「otherwise」：都不符合时的值",
                            "\"cases\" end with an \"otherwise\": the value where no case holds"));
        }
        fields.close();
        Optional<String> last = otherwise;
        return fact.flatMap(known -> last.map(word -> new Yield(known.name(), cases, word, clause)));
    }

    private Optional<Fact> derived(Yaml.Scalar name, PolicyId id) {
        Fact fact = draft.scope().facts().get(name.text());
        if (fact == null) {
            draft.report(
                    name.place(),
                    ProblemCode.UNKNOWN_FACT,
                    Phrase.of(
                            "没有「{0}」这个事实{1}",
                            "\"{0}\" is not a known fact.{1}",
                            name.text(),
                            DidYouMean.advice(name.text(), draft.scope().facts().names())));
            return Optional.empty();
        }
        boolean declared =
                fact.derived().filter(rule -> rule.by().equals(id.toString())).isPresent();
        if (fact.type() != FactType.CODE || fact.isYearly() || !declared) {
            draft.report(
                    name.place(),
                    ProblemCode.WRONG_TYPE,
                    Phrase.of(
                            "政策只能推出不分年份的代码，且数据字典里写明「derived-by: {0}」；现在是「{1}」",
                            "a policy derives a code without years that the dictionary declares with \"derived-by: {0}\"; found \"{1}\"",
                            id,
                            name.text()));
            return Optional.empty();
        }
        return Optional.of(fact);
    }

    private Optional<String> value(Yaml.Scalar scalar, Optional<Fact> fact) {
        List<String> codes = fact.map(Fact::codes).orElse(List.of());
        if (!codes.isEmpty() && !codes.contains(scalar.text())) {
            draft.report(
                    scalar.place(),
                    ProblemCode.UNKNOWN_CODE,
                    Phrase.of(
                            "「{0}」不是 {1} 之一{3}",
                            "\"{0}\" is none of {2}.{3}",
                            scalar.text(),
                            Phrase.list(codes),
                            FirmReader.quoted(codes),
                            DidYouMean.advice(scalar.text(), codes)));
            return Optional.empty();
        }
        return Optional.of(scalar.text());
    }

    private void selfless(Fields fields, Condition condition, Optional<Fact> fact) {
        fact.filter(known -> Terms.facts(condition).stream()
                        .anyMatch(ref -> ref.fact().equals(known.name())))
                .ifPresent(known -> draft.report(
                        fields.place(),
                        ProblemCode.DEFINITION_CYCLE,
                        Phrase.of("「{0}」由它自己推出", "\"{0}\" is derived from itself", known.name())));
    }
}
