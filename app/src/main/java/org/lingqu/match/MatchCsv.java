package org.lingqu.match;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.lingqu.engine.policy.explain.AmountWords;
import org.lingqu.engine.policy.rule.Rational;
import org.lingqu.sheet.CsvLines;

/** The answers as CSV, one line a firm and policy. */
public final class MatchCsv {

    private final CsvLines csv;

    /** @param out has to encode as UTF-8 */
    public MatchCsv(Writer out) throws IOException {
        csv = new CsvLines(out);
        csv.line("代码", "企业", "政策", "版本", "结论", "不符合的条件", "缺什么或待确认什么", "得分", "确定可得（元）", "最多可得（元）", "差一步", "填报核对");
    }

    public void add(List<Answer> answers) throws IOException {
        for (Answer answer : answers) {
            Rational most = answer.benefitMost();
            csv.line(
                    answer.firm().id(),
                    answer.firm().name(),
                    answer.policy().title(),
                    answer.policy().version(),
                    answer.outcome().chinese(),
                    String.join("；", answer.failing()),
                    answer.missing(),
                    answer.score() == null ? "" : answer.score(),
                    yuan(answer.benefitLeast()),
                    most == null ? AmountWords.UNKNOWN : yuan(most),
                    answer.isOneStepAway() ? answer.step().words() : "",
                    String.join("；", answer.conflicts()));
        }
    }

    private static String yuan(Rational value) {
        return value.rounded(2).stripTrailingZeros().toPlainString();
    }
}
