package org.lingqu.registry;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.column.ColumnNames;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.FactType;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.registry.ColumnMeaning.FactColumn;
import org.lingqu.registry.ColumnMeaning.FirmCode;
import org.lingqu.registry.ColumnMeaning.FirmName;
import org.lingqu.registry.ColumnMeaning.Ignored;
import org.lingqu.registry.ColumnMeaning.TitleColumn;
import org.lingqu.registry.ColumnMeaning.Unclear;

/**
 * Proposes what columns mean from what stands above them: {@code 2024年研发费用（万元）} is a fact, a year and a unit. A unit is
 * never guessed: money without one is unclear until somebody says so.
 */
public final class Headers {

    private static final Set<String> CODES = Set.of("统一社会信用代码", "社会信用代码", "信用代码", "统一信用代码", "纳税人识别号", "企业代码");
    private static final Map<String, BigDecimal> MONEY = Map.of(
            "元",
            BigDecimal.ONE,
            "千元",
            new BigDecimal("1000"),
            "万元",
            new BigDecimal("10000"),
            "百万元",
            new BigDecimal("1000000"),
            "亿元",
            new BigDecimal("100000000"));
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}(?:年度|年末|年底|年)?");
    private static final Pattern BRACKET = Pattern.compile("\\(([^()]{1,20})\\)|\\[([^\\[\\]]{1,20})\\]");
    /** What may stand before what a column holds, and behind it, and says nothing of it. */
    private static final Pattern BEFORE =
            Pattern.compile("^(?:[0-9一二三四五六七八九十]{1,2}[、.)]|\\((?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})\\))?(?:其中[:,、]?)?");

    private static final Pattern BEHIND = Pattern.compile("(?:情况|数据)?(?:百万元|千元|万元|亿元|元|%)?$");
    private static final Pattern UNIT_BEHIND = Pattern.compile("(百万元|千元|万元|亿元|元)$");
    private static final Pattern UNTIL =
            Pattern.compile("(?:的?(?:证书|资格|认定|称号))?(?:有效期限?(?:至|止|截止日?期?|到期日?)?|(?:有效期)?(?:到期|截止|失效)(?:日期?|时间)?)");
    private static final Pattern FROM =
            Pattern.compile("(?:的?(?:证书|资格|称号))?(?:发证|颁证|认定|获批|批准|获评|获得|取得|入库|公布)(?:日期?|时间)");
    private static final Pattern PERIOD_WORD = Pattern.compile("^(本年度?|上年度?|上一年度?|前年度?|去年|今年)");

    private static final Pattern ITEM = Pattern.compile("(人工|评分):([a-z0-9]{1,9}/[a-z0-9-]{1,60}#[a-z0-9-]{1,60})");

    /** Characters of a header that may stand among names. */
    private static final int LONGEST = 40;
    /** 公司, 厂, 院, 中心, 社, 店, 合伙: how names of firms end. */
    private static final String FIRM_ENDS = "司厂院心社店伙所行部";

    private final Facts facts;
    private final Map<String, Fact> byFolded;
    /** As they are called, and as headers are compared. */
    private final Map<String, String> titles = new TreeMap<>();

    /** Other words for them, and their own once more: what may stand behind is told more exactly there. */
    private final Map<String, String> otherTitles = new TreeMap<>();

    private final LocalDate asOf;
    private final Subject subject;
    private final ValueRules rules;

    /**
     * @param titles names of titles that policies grant or ask for
     * @param asOf the day that 上年 and the like are counted from
     */
    public Headers(Facts facts, Set<String> titles, LocalDate asOf) {
        this(facts, titles, Subject.FIRM, new ValueRules(asOf, Set.of(), Places.standard()));
    }

    /** The same with the places that an installation names itself. */
    static Headers ofFirms(Facts facts, Set<String> titles, LocalDate asOf, Places places) {
        return new Headers(facts, titles, Subject.FIRM, new ValueRules(asOf, Set.of(), places));
    }

    /**
     * The same of a list of something else than firms.
     *
     * @param rules what the values below have to keep to, with the day
     */
    Headers(Facts facts, Set<String> titles, Subject subject, ValueRules rules) {
        this.rules = rules;
        this.subject = subject;
        this.facts = facts;
        this.byFolded = byFolded(facts);
        titles.forEach(title -> {
            this.titles.put(title, fold(title));
            otherTitles.put(fold(title), title);
        });
        HeaderWords.titles().forEach((word, title) -> {
            if (titles.contains(title)) {
                otherTitles.putIfAbsent(word, title);
            }
        });
        this.asOf = rules.asOf();
    }

    /** What the values below have to keep to. */
    ValueRules rules() {
        return rules;
    }

    /** Of what the rows speak. */
    Subject subject() {
        return subject;
    }

    /** One width, no white space, round brackets as ASCII: how headers are compared. */
    public static String fold(String header) {
        return Normalizer.normalize(header, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .replaceAll("[*＊]", "");
    }

    /** What the column seems to hold; never null. */
    public ColumnMeaning propose(String header) {
        String text = fold(header);
        if (subject.names().contains(text) || (subject.equals(Subject.FIRM) && HeaderWords.isName(text))) {
            return new FirmName();
        }
        if (subject.headsNumbers(text)) {
            return new FirmCode();
        }
        if (CODES.contains(text) || HeaderWords.isCode(text)) {
            return subject.coded() ? new FirmCode() : new Ignored();
        }
        if (subject.refusesPersonalNumbers() && Subject.isPersonal(text)) {
            return new Unclear(
                    Subject.PERSONAL_COLUMN,
                    new Advice(
                            "电话和证件号码不在这里登记，请删去这一列",
                            "Telephone and identity numbers are not kept here; delete the column"));
        }
        ColumnMeaning named = named(text);
        if (named != null) {
            return named;
        }
        ColumnMeaning title = title(text);
        return title != null ? title : fact(text);
    }

    /** What is meant without numbering, 其中 and the like around it; a unit that stands outside brackets is kept with those inside. */
    private @Nullable Fact bare(String name, List<String> brackets) {
        String without = BEFORE.matcher(name).replaceFirst("");
        Fact fact = called(BEHIND.matcher(without).replaceFirst(""));
        if (fact == null) {
            fact = called(BEHIND.matcher(PERIOD_WORD.matcher(without).replaceFirst(""))
                    .replaceFirst(""));
        }
        Matcher unit = UNIT_BEHIND.matcher(without);
        if (fact != null && unit.find()) {
            brackets.add(unit.group(1));
        }
        return fact;
    }

    /** Titles, answers and points as Parquet calls them. */
    private @Nullable ColumnMeaning named(String text) {
        if (text.indexOf(':') < 0) {
            return null;
        }
        Matcher item = ITEM.matcher(text);
        if (item.matches()) {
            return item.group(1).equals("人工")
                    ? new ColumnMeaning.AnswerColumn(item.group(2))
                    : new ColumnMeaning.PointsColumn(item.group(2));
        }
        for (Map.Entry<String, String> title : titles.entrySet()) {
            if (text.length() > title.getValue().length() && text.equals(fold(ColumnNames.title(title.getKey())))) {
                return new TitleColumn(title.getKey(), TitleColumn.Part.SPANS);
            }
        }
        return null;
    }

    /**
     * The clear header for a column of Parquet, where money is in 元 and a year stands behind the fact: {@code 研发费用@2025} is
     * {@code 2025年研发费用（元）}.
     */
    String ofParquet(String column) {
        if (column.equalsIgnoreCase("id")) {
            return "统一社会信用代码";
        }
        int at = column.indexOf('@');
        Fact fact = called(fold(at < 0 ? column : column.substring(0, at)));
        boolean dated = at >= 0 && column.substring(at + 1).matches("(?:19|20)\\d{2}");
        if (fact == null || fact.isYearly() != dated) {
            return column;
        }
        return ColumnWords.of(
                fact, dated ? Integer.parseInt(column.substring(at + 1)) : FactRef.NO_YEAR, BigDecimal.ONE);
    }

    /** Whether words are rather a header than a firm's name: a fact, or what heads names and codes. */
    boolean isHeader(String words) {
        int length = words.length();
        if (length == 0 || length > LONGEST || FIRM_ENDS.indexOf(words.charAt(length - 1)) >= 0) {
            return false; // nearly all names, and quickly
        }
        return switch (propose(words)) {
            case FirmName ignored -> true;
            case FirmCode ignored -> true;
            case FactColumn ignored -> true;
            case Unclear ignored -> true;
            case TitleColumn ignored -> false;
            case ColumnMeaning.AnswerColumn ignored -> false;
            case ColumnMeaning.PointsColumn ignored -> false;
            case Ignored ignored -> false;
        };
    }

    /** How many headers of a row are understood; the row with the most is the header. */
    int understood(List<String> row) {
        return (int) row.stream()
                .filter(header -> !header.isEmpty() && !(propose(header) instanceof Ignored))
                .count();
    }

    private @Nullable ColumnMeaning title(String text) {
        for (Map.Entry<String, String> each : titles.entrySet()) {
            String title = each.getKey();
            String folded = each.getValue();
            if (text.equals(folded) || text.equals("是否" + folded) || text.equals(folded + "(是/否)")) {
                return new TitleColumn(title, TitleColumn.Part.HELD);
            }
            if (text.startsWith(folded) && text.length() <= folded.length() + 8) {
                String rest = text.substring(folded.length());
                if (rest.contains("有效期至") || rest.contains("到期") || rest.contains("截止") || rest.contains("失效")) {
                    return new TitleColumn(title, TitleColumn.Part.UNTIL);
                }
                if (rest.contains("认定日") || rest.contains("认定时间") || rest.contains("发证") || rest.contains("获得日期")) {
                    return new TitleColumn(title, TitleColumn.Part.FROM);
                }
            }
        }
        for (Map.Entry<String, String> word : otherTitles.entrySet()) {
            String rest = rest(text, word.getKey());
            if (rest == null) {
                continue;
            }
            if (rest.isEmpty() || rest.equals("(是/否)")) {
                return new TitleColumn(word.getValue(), TitleColumn.Part.HELD);
            }
            if (UNTIL.matcher(rest).matches()) {
                return new TitleColumn(word.getValue(), TitleColumn.Part.UNTIL);
            }
            if (FROM.matcher(rest).matches()) {
                return new TitleColumn(word.getValue(), TitleColumn.Part.FROM);
            }
        }
        return null;
    }

    /** What stands behind a title, in lower case; null where the header does not begin with it. */
    private static @Nullable String rest(String text, String title) {
        String bare = text.toLowerCase(Locale.ROOT).replaceFirst("^(?:是否为?|是不是)", "");
        return bare.startsWith(title) ? bare.substring(title.length()) : null;
    }

    private ColumnMeaning fact(String text) {
        var brackets = new ArrayList<String>();
        String rest = take(BRACKET, text, brackets);
        var years = new ArrayList<String>();
        String name = take(YEAR, rest, years).replaceAll("^[_:：,，、.-]+|[_:：,，、.-]+$", "");
        Fact fact = called(name);
        Integer spoken = spokenYear(name);
        if (fact == null && spoken != null) {
            fact = called(PERIOD_WORD.matcher(name).replaceFirst(""));
        }
        // 研发费用(2024年) and 营业收入(万元)(2024): the year may stand in brackets as well.
        for (String bracket : brackets) {
            if (years.isEmpty()) {
                take(YEAR, bracket, years);
            }
        }
        if (fact == null) {
            fact = called(fold(text));
        }
        if (fact == null) {
            fact = bare(name, brackets);
        }
        return fact == null ? new Ignored() : fact(fact, years, spoken, brackets);
    }

    private ColumnMeaning fact(Fact fact, List<String> years, @Nullable Integer spoken, List<String> brackets) {
        int year = FactRef.NO_YEAR;
        if (fact.isYearly()) {
            if (years.isEmpty() && spoken == null) {
                return new Unclear(
                        "YEAR_MISSING",
                        new Advice(
                                fact.name() + "按年填报，表头没有年份；请在表头写明，如2025年" + fact.name(),
                                "The header names no year; write it there: 2025年" + fact.name()));
            }
            year = years.isEmpty()
                    ? asOf.getYear() - java.util.Objects.requireNonNull(spoken)
                    : Integer.parseInt(years.getFirst().substring(0, 4));
        }
        if (fact.isYearly() && year > asOf.getYear()) {
            return new Unclear(
                    "YEAR_IN_FUTURE",
                    new Advice("表头的年份晚于名单的日期，请核对", "The header's year is later than the day the list speaks of"));
        }
        BigDecimal factor = factor(fact, brackets);
        return factor == null
                ? new Unclear(
                        "UNIT_MISSING",
                        new Advice(
                                fact.name() + "是金额，表头没有单位；请在表头写明，如" + fact.name() + "（万元）",
                                "The header names no unit of money; write it there: " + fact.name() + "（万元）"))
                : new FactColumn(fact, year, factor);
    }

    private static @Nullable BigDecimal factor(Fact fact, List<String> brackets) {
        if (fact.type() == FactType.MONEY) {
            return brackets.stream()
                    .map(bracket -> bracket.replaceFirst("^单位[:：]?", "").replaceFirst("^人民币", ""))
                    .map(MONEY::get)
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        boolean percent = fact.type() == FactType.RATIO && brackets.stream().anyMatch(bracket -> bracket.contains("%"));
        return percent ? new BigDecimal("0.01") : BigDecimal.ONE;
    }

    private @Nullable Fact called(String name) {
        if (name.isEmpty()) {
            return null;
        }
        Fact fact = facts.called(name);
        if (fact == null) {
            fact = byFolded.get(name.toLowerCase(Locale.ROOT));
        }
        String meant = fact == null ? HeaderWords.fact(name) : null;
        return meant == null ? fact : facts.get(meant);
    }

    private static Map<String, Fact> byFolded(Facts facts) {
        var known = new HashMap<String, Fact>();
        for (Fact each : facts.all()) {
            known.putIfAbsent(fold(each.name()).toLowerCase(Locale.ROOT), each);
            each.aliases().forEach(alias -> known.putIfAbsent(fold(alias).toLowerCase(Locale.ROOT), each));
            known.putIfAbsent(each.english().toLowerCase(Locale.ROOT).replace(" ", ""), each);
        }
        return known;
    }

    private static @Nullable Integer spokenYear(String name) {
        Matcher matcher = PERIOD_WORD.matcher(name);
        if (!matcher.find()) {
            return null;
        }
        String word = matcher.group();
        return word.startsWith("前") ? 2 : word.startsWith("上") || word.startsWith("去") ? 1 : 0;
    }

    /** Takes every match out of a text and keeps it. */
    private static String take(Pattern pattern, String text, List<String> found) {
        Matcher matcher = pattern.matcher(text);
        var rest = new StringBuilder();
        while (matcher.find()) {
            found.add(
                    matcher.groupCount() == 0
                            ? matcher.group()
                            : matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
            matcher.appendReplacement(rest, "");
        }
        return matcher.appendTail(rest).toString();
    }
}
