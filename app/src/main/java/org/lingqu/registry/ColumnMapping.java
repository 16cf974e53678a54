package org.lingqu.registry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.engine.policy.ProblemCode;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.FactType;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.yaml.DidYouMean;
import org.lingqu.engine.policy.yaml.Fields;
import org.lingqu.engine.policy.yaml.Yaml;
import org.lingqu.engine.policy.yaml.YamlReader;
import org.lingqu.engine.policy.yaml.YamlReading;
import org.lingqu.registry.ColumnMeaning.FactColumn;
import org.lingqu.registry.ColumnMeaning.FirmCode;
import org.lingqu.registry.ColumnMeaning.FirmName;
import org.lingqu.registry.ColumnMeaning.Ignored;
import org.lingqu.registry.ColumnMeaning.TitleColumn;
import org.lingqu.registry.ColumnMeaning.Unclear;

/**
 * What a person said about columns, by header. It is kept in a small file beside the list, so that it is said once; what
 * the file does not name is proposed by {@link Headers}.
 */
public final class ColumnMapping {

    private static final SequencedMap<String, BigDecimal> UNITS = new LinkedHashMap<>();

    static {
        UNITS.put("元", BigDecimal.ONE);
        UNITS.put("千元", new BigDecimal("1000"));
        UNITS.put("万元", new BigDecimal("10000"));
        UNITS.put("百万元", new BigDecimal("1000000"));
        UNITS.put("亿元", new BigDecimal("100000000"));
        UNITS.put("%", new BigDecimal("0.01"));
    }

    private final SequencedMap<String, ColumnMeaning> said;

    private ColumnMapping(Map<String, ColumnMeaning> said) {
        this.said = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(said));
    }

    /** Nothing was said. */
    public static ColumnMapping none() {
        return new ColumnMapping(Map.of());
    }

    /** Whether a person said what the column means. */
    boolean says(String header) {
        return said.containsKey(Headers.fold(header));
    }

    /** What the column means: what was said, otherwise what is proposed. */
    ColumnMeaning meaning(String header, Headers headers) {
        ColumnMeaning meaning = said.get(Headers.fold(header));
        return meaning == null ? headers.propose(header) : meaning;
    }

    /**
     * Reads what {@link #write} wrote and a person may have changed.
     *
     * @param problems gets all that is wrong in the file; entries with problems are left out
     */
    public static ColumnMapping read(
            String file, String text, Facts facts, Set<String> titles, List<PolicyProblem> problems) {
        switch (YamlReader.read(file, text)) {
            case YamlReading.Refused refused -> {
                problems.add(new PolicyProblem(
                        refused.problem().place(),
                        ProblemCode.NOT_YAML,
                        refused.problem().message()));
                return none();
            }
            case YamlReading.Read read -> {
                var fields = new Fields(read.root(), Phrase.of("各列的含义", "a mapping of columns"), problems::add);
                var said = new LinkedHashMap<String, ColumnMeaning>();
                for (Yaml.Entry entry : fields.entries("columns")) {
                    ColumnMeaning meaning = meaning(entry.value(), facts, titles, problems);
                    if (meaning != null) {
                        said.put(Headers.fold(entry.key().text()), meaning);
                    }
                }
                fields.close();
                return new ColumnMapping(said);
            }
        }
    }

    private static @org.jspecify.annotations.Nullable ColumnMeaning meaning(
            Yaml value, Facts facts, Set<String> titles, List<PolicyProblem> problems) {
        if (value instanceof Yaml.Scalar word) {
            return switch (word.text()) {
                case "name" -> new FirmName();
                case "code" -> new FirmCode();
                case "ignore" -> new Ignored();
                default -> {
                    problems.add(new PolicyProblem(
                            word.place(),
                            ProblemCode.WRONG_VALUE,
                            Phrase.of(
                                    "「{0}」不是 name、code 或 ignore；事实写成 {fact: …, year: …, unit: …}",
                                    "\"{0}\" is not name, code or ignore; a fact is written {fact: …, year: …, unit: …}",
                                    word.text())));
                    yield null;
                }
            };
        }
        var fields = new Fields(value, Phrase.of("一列", "a column"), problems::add);
        ColumnMeaning meaning = fields.has("title")
                ? title(fields, titles)
                : fields.has("answer")
                        ? new ColumnMeaning.AnswerColumn(fields.need("answer"))
                        : fields.has("points")
                                ? new ColumnMeaning.PointsColumn(fields.need("points"))
                                : fact(fields, facts);
        fields.close();
        return meaning;
    }

    private static @org.jspecify.annotations.Nullable ColumnMeaning title(Fields fields, Set<String> titles) {
        String title = fields.need("title");
        if (!titles.contains(title)) {
            fields.report(
                    fields.place(),
                    ProblemCode.UNKNOWN_TITLE,
                    Phrase.of(
                            "没有政策授予或要求称号「{0}」{1}",
                            "no policy grants or asks for \"{0}\".{1}", title, DidYouMean.advice(title, titles)));
            return null;
        }
        String part = fields.choice("part", "held", Set.of("held", "from", "until", "spans"));
        return new TitleColumn(title, TitleColumn.Part.valueOf(part.toUpperCase(java.util.Locale.ROOT)));
    }

    private static @org.jspecify.annotations.Nullable ColumnMeaning fact(Fields fields, Facts facts) {
        String name = fields.need("fact");
        Fact fact = facts.called(name);
        int year = fields.count("year").orElse(FactRef.NO_YEAR);
        String unit = fields.choice("unit", "", UNITS.keySet());
        if (fact == null) {
            fields.report(
                    fields.place(),
                    ProblemCode.UNKNOWN_FACT,
                    Phrase.of(
                            "没有「{0}」这个事实{1}",
                            "\"{0}\" is not a known fact.{1}", name, DidYouMean.advice(name, facts.names())));
            return null;
        }
        if (fact.isYearly() == (year == FactRef.NO_YEAR)) {
            fields.report(
                    fields.place(),
                    ProblemCode.WRONG_PERIOD,
                    fact.isYearly()
                            ? Phrase.of("「{0}」按年填写：请加 year: 2025", "\"{0}\" is kept by year: add year: 2025", name)
                            : Phrase.of("「{0}」不分年份：请去掉 year", "\"{0}\" has no years: take year away", name));
            return null;
        }
        if (fact.type() == FactType.MONEY && (unit.isEmpty() || unit.equals("%"))) {
            fields.report(
                    fields.place(),
                    ProblemCode.WRONG_UNIT,
                    Phrase.of(
                            "「{0}」是金额：请加 unit: 万元，或元、千元、百万元、亿元",
                            "\"{0}\" is money: add unit: \"万元\", or \"元\", \"千元\", \"百万元\", \"亿元\"", name));
            return null;
        }
        return new FactColumn(fact, year, UNITS.getOrDefault(unit, BigDecimal.ONE));
    }

    /** The mapping as a file that a person can read and correct. */
    public static String write(List<String> headers, List<ColumnMeaning> meanings) {
        var text = new StringBuilder("""
                # 每一列的含义。改好后再运行一次即可；没有写到的列由程序判断。
                # What each column means. Correct it and run again; columns that are not named here are proposed.
                # name 企业名称 | code 统一社会信用代码 | ignore 不读 | {fact: 事实, year: 年, unit: 元/千元/万元/百万元/亿元/%} | {title: 称号, part: held/from/until}
                columns:
                """);
        var written = new ArrayList<String>();
        for (int i = 0; i < headers.size(); i++) {
            String header = headers.get(i);
            if (header.isEmpty() || written.contains(header)) {
                continue;
            }
            written.add(header);
            // A column that is not clear stays unsaid, so that the next run asks again.
            text.append(meanings.get(i) instanceof Unclear ? "  # \"" : "  \"")
                    .append(header.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s+", " "))
                    .append("\": ")
                    .append(line(meanings.get(i)))
                    .append('\n');
        }
        return text.toString();
    }

    private static String line(ColumnMeaning meaning) {
        return switch (meaning) {
            case FirmName ignored -> "name";
            case FirmCode ignored -> "code";
            case Ignored ignored -> "ignore";
            case Unclear unclear -> unclear.code() + ": " + unclear.advice().chinese();
            case ColumnMeaning.AnswerColumn answer -> "{answer: \"" + answer.item() + "\"}";
            case ColumnMeaning.PointsColumn points -> "{points: \"" + points.item() + "\"}";
            case TitleColumn title ->
                "{title: " + title.title() + ", part: " + title.part().name().toLowerCase(java.util.Locale.ROOT) + "}";
            case FactColumn column ->
                "{fact: " + column.fact().name()
                        + (column.year() == FactRef.NO_YEAR ? "" : ", year: " + column.year())
                        + unit(column) + "}";
        };
    }

    private static String unit(FactColumn column) {
        if (column.fact().type() != FactType.MONEY && column.factor().compareTo(BigDecimal.ONE) == 0) {
            return "";
        }
        return UNITS.entrySet().stream()
                .filter(unit -> unit.getValue().compareTo(column.factor()) == 0)
                .findFirst()
                .map(unit -> ", unit: \"" + unit.getKey() + "\"")
                .orElse("");
    }
}
