package org.lingqu.engine.policy.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.ProblemCode;
import org.lingqu.engine.policy.pack.Clause;
import org.lingqu.engine.policy.pack.Parameter;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.yaml.Fields;
import org.lingqu.engine.policy.yaml.Yaml;

/** Reads {@code parameters} and {@code definitions}: names that conditions of this file may use. */
final class Definitions {

    private final Draft draft;
    private final Map<String, String> settings;

    /** @param settings values, as expressions, that stand instead of those in the file; by {@code policy#parameter} */
    Definitions(Draft draft, Map<String, String> settings) {
        this.draft = draft;
        this.settings = settings;
    }

    /** Declares the parameters and returns them. */
    List<Parameter> parameters(List<Yaml> items, Clause outer) {
        return items.stream().map(item -> parameter(item, outer)).toList();
    }

    private Parameter parameter(Yaml item, Clause outer) {
        var fields = draft.fields(item, Phrase.of("一个参数", "a parameter"));
        String id = draft.id(fields);
        Optional<Yaml.Scalar> label = fields.needScalar("label");
        Clause clause = draft.clause(fields, outer);
        String kind = fields.choice("kind", "number", Set.of("number", "money"));
        Optional<Typed.Num> value = set(fields, id).flatMap(draft::number);
        fields.close();
        Unit unit = kind.equals("money") ? Unit.MONEY : Unit.PLAIN;
        value.filter(number -> !number.unit().fits(unit))
                .ifPresent(number -> draft.report(
                        fields.place(),
                        ProblemCode.WRONG_UNIT,
                        Phrase.of(
                                "值是{0}，「kind」却写 {1}",
                                "the value is {0}, its kind is {1}",
                                number.unit().says(),
                                kind)));
        Optional<BigDecimal> constant = value.flatMap(number -> Folding.constant(number.term()));
        NumberTerm term =
                constant.<NumberTerm>map(NumberTerm.Literal::new).orElseGet(() -> new NumberTerm.Unset(draft.item(id)));
        label.ifPresent(name -> declare(name, new Typed.Num(term, unit)));
        return new Parameter(id, label.map(Yaml.Scalar::text).orElse(""), constant, clause);
    }

    private Optional<Yaml.Scalar> set(Fields fields, String id) {
        Optional<Yaml.Scalar> written = fields.scalar("value");
        String setting = settings.get(draft.item(id));
        return setting == null ? written : Optional.of(new Yaml.Scalar(fields.place(), setting, false, false));
    }

    private void declare(Yaml.Scalar name, Typed meaning) {
        draft.parameters().add(name.text());
        free(name);
        draft.scope().declare(name.text(), () -> meaning);
    }

    private void free(Yaml.Scalar name) {
        boolean taken = draft.scope().facts().get(name.text()) != null
                || Names.CONSTANTS.contains(name.text())
                || draft.scope().declares(name.text());
        if (taken) {
            draft.report(
                    name.place(),
                    ProblemCode.DUPLICATE_ID,
                    Phrase.of(
                            "「{0}」已有别的意思，请换一个名称", "\"{0}\" means something already; choose another name", name.text()));
        }
    }

    /** Declares definitions; they are worked out when used, or at the end by {@link #finish}. */
    void declare(List<Yaml.Entry> entries) {
        for (Yaml.Entry entry : entries) {
            free(entry.key());
            draft.scope().declare(entry.key().text(), () -> meaning(entry.value()));
        }
    }

    /** Works out definitions that nothing used, so that their problems are reported too. */
    void finish(List<Yaml.Entry> entries) {
        entries.forEach(entry -> draft.scope().meaning(entry.key().text()));
    }

    private Typed meaning(Yaml value) {
        if (value instanceof Yaml.Scalar scalar) {
            return draft.compile(scalar);
        }
        Fields fields = draft.fields(
                value, Phrase.of("表达式，或带「of」和「bands」的分档表", "an expression or a table with \"of\" and \"bands\""));
        Optional<BandTable> table = new BandReader(draft).read(fields);
        fields.close();
        table.filter(BandTable::isJudged)
                .ifPresent(judged -> draft.report(
                        value.place(),
                        ProblemCode.WRONG_VALUE,
                        Phrase.of("只有评分表的行可以留分给专家评", "only lines of the score table leave points to be judged")));
        return table.<Typed>map(t -> new Typed.Num(t.from(), t.unit())).orElse(new Typed.Broken());
    }
}
