package org.lingqu.engine.policy.explain;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An expression of a policy file as a person reads it: {@code 科技人员.上年 / 职工总数.上年 >= 0.10} becomes
 * 上年科技人员 / 上年职工总数 ≥ 10%. Only the writing changes, names and figures stay; what it does not know it leaves as it is. The
 * expression itself is what decides.
 */
public final class ExpressionText {

    private static final String WORD = "[\\p{IsHan}\\p{IsAlphabetic}\\p{Nl}0-9]+";
    private static final Pattern PIECE = Pattern.compile("(?<words>\"[^\"]*\")"
            + "|(?<money>(?<amount>\\d+(?:\\.\\d+)?)\\s*\\*\\s*(?<unit>万元|亿元|元))"
            + "|(?<fact>" + WORD + ")\\.(?<period>本年|上年|[前三四五六]+年前?|近[两三四五]年)"
            + "|(?<ratio>(?<![\\d.])0\\.\\d+)"
            + "|(?<function>有称号|max|min|floor|not|if)(?=\\s*\\(|\\s)"
            + "|(?<sign>>=|<=|!=|->|\\s+(?:and|or|then|else|in)\\s+|\\s\\*\\s)");
    private static final Pattern SPAN = Pattern.compile(
            "(?<open>[\\[(])\\s*(?<from>[^\\[\\]()]+?)\\s*\\.\\.\\s*(?<to>[^\\[\\]()]+?)\\s*(?<close>[\\])])");
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry(">=", "≥"),
            Map.entry("<=", "≤"),
            Map.entry("!=", "≠"),
            Map.entry("->", "→"),
            Map.entry("*", " × "),
            Map.entry("and", " 且 "),
            Map.entry("or", " 或 "),
            Map.entry("in", " 属于 "),
            Map.entry("then", " 则 "),
            Map.entry("else", "，否则 "),
            Map.entry("if", "若"),
            Map.entry("not", "不是"),
            Map.entry("max", "较大值"),
            Map.entry("min", "较小值"),
            Map.entry("floor", "取整"),
            Map.entry("有称号", "持有称号"));

    private ExpressionText() {}

    /** @param expression as the file writes it; may be empty */
    public static String of(String expression) {
        Matcher piece = PIECE.matcher(expression);
        String said = piece.replaceAll(found -> Matcher.quoteReplacement(piece(found)));
        return SPAN.matcher(said)
                .replaceAll(found ->
                        Matcher.quoteReplacement((found.group("open").equals("[") ? "不低于" : "高于") + found.group("from")
                                + "、" + (found.group("close").equals("]") ? "不高于" : "低于") + found.group("to")))
                .strip();
    }

    private static String piece(MatchResult found) {
        if (found.group("words") != null) {
            return "“" + found.group().substring(1, found.group().length() - 1) + "”";
        }
        if (found.group("money") != null) {
            return found.group("amount") + found.group("unit");
        }
        if (found.group("fact") != null) {
            return found.group("period") + found.group("fact");
        }
        if (found.group("ratio") != null) {
            return Figures.plain(new BigDecimal(found.group()).movePointRight(2)) + "%";
        }
        return SIGNS.getOrDefault(found.group().strip(), found.group());
    }
}
