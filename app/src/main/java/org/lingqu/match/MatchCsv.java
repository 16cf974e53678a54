package org.lingqu.match;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.lingqu.sheet.SafeCells;

/** The answers as CSV, one line a firm and policy; UTF-8 with a byte order mark, so that Excel reads it right. */
public final class MatchCsv {

    private final Writer out;

    public MatchCsv(Writer out) throws IOException {
        this.out = out;
        out.write('\ufeff');
        line(List.of("代码", "企业", "政策", "版本", "结论", "不符合的条件", "缺什么或待确认什么", "得分", "确定可得（元）", "最多可得（元）", "差一步"));
    }

    public void add(List<Answer> answers) throws IOException {
        for (Answer answer : answers) {
            line(List.of(
                    answer.firm().id(),
                    answer.firm().name(),
                    answer.policy().title(),
                    answer.policy().version(),
                    answer.outcome().chinese(),
                    String.join("；", answer.failing()),
                    answer.missing(),
                    answer.score() == null ? "" : answer.score(),
                    answer.benefitLeast().rounded(2).stripTrailingZeros().toPlainString(),
                    answer.benefitMost() == null
                            ? "不封顶"
                            : answer.benefitMost()
                                    .rounded(2)
                                    .stripTrailingZeros()
                                    .toPlainString(),
                    answer.step()));
        }
    }

    private void line(List<String> fields) throws IOException {
        for (int i = 0; i < fields.size(); i++) {
            String field = SafeCells.harmless(fields.get(i));
            out.write(i == 0 ? "" : ",");
            boolean quote = field.indexOf(',') >= 0 || field.indexOf('"') >= 0 || field.indexOf('\n') >= 0;
            out.write(quote ? '"' + field.replace("\"", "\"\"") + '"' : field);
        }
        out.write("\r\n");
    }
}
