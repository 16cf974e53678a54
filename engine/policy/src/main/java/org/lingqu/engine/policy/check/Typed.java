package org.lingqu.engine.policy.check;

import java.util.List;
import java.util.stream.Stream;
import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.DateTerm;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.RangeTerm;
import org.lingqu.engine.policy.rule.Term;

/** What an expression turned out to be. */
sealed interface Typed {

    record Num(NumberTerm term, Unit unit) implements Typed {}

    record Bool(Condition condition) implements Typed {}

    record Day(DateTerm term) implements Typed {}

    record Points(RangeTerm term) implements Typed {}

    record Code(FactRef ref, Fact fact) implements Typed {}

    record Codes(FactRef ref, Fact fact) implements Typed {}

    /** A yearly fact without its year: only functions that choose the years take it. */
    record YearlyFact(Fact fact) implements Typed {}

    record Text(String value) implements Typed {}

    record Items(List<Typed> items) implements Typed {}

    record Span(int months, int days) implements Typed {}

    /** Something wrong that has been reported. */
    record Broken() implements Typed {}

    /** The trees in it. */
    default Stream<Term> terms() {
        return switch (this) {
            case Num number -> Stream.of(number.term());
            case Bool condition -> Stream.of(condition.condition());
            case Points points -> Stream.of(points.term());
            case Items items -> items.items().stream().flatMap(Typed::terms);
            case Day day -> Stream.of(day.term());
            case Code code -> Stream.empty();
            case Codes codes -> Stream.empty();
            case YearlyFact fact -> Stream.empty();
            case Text text -> Stream.empty();
            case Span span -> Stream.empty();
            case Broken broken -> Stream.empty();
        };
    }

    /** For messages. */
    default Phrase says() {
        return switch (this) {
            case Num number -> number.unit().says();
            case Bool condition -> new Phrase("条件", "a condition");
            case Day day -> new Phrase("日期", "a date");
            case Points points -> new Phrase("得分", "a score");
            case Code code -> new Phrase("代码", "a code");
            case Codes codes -> new Phrase("清单", "a list");
            case YearlyFact fact -> new Phrase("没写年份的按年数据", "a yearly fact without a year");
            case Text text -> new Phrase("文字", "text");
            case Items items -> new Phrase("列表", "a list");
            case Span span -> new Phrase("时长", "a duration");
            case Broken broken -> new Phrase("空的", "nothing");
        };
    }
}
