package org.lingqu.bench.search;

import java.time.LocalDate;
import java.util.Random;
import org.lingqu.library.search.SearchDocument;

/** Pages and statements put together from parts, as frequent and as long as real ones: only for measuring. The same number, the same document. */
final class MadeDocuments {

    private static final String[] CITIES = "灵渠 桂北 秦堤 漓源 湘源 铧嘴 南渠 北渠 斗门 兴安岭 古渡 临江 望城 青龙 白石 红岭 东湖 西江 大榕 小榕".split(" ");
    private static final String[] INDICATORS = ("技术合同成交额 高新技术企业数 全社会研发经费投入 研发投入强度 科技型中小企业数 发明专利授权量 地区生产总值 规模以上工业增加值 "
                    + "一般公共预算收入 固定资产投资 高技术制造业增加值 新型研发机构数 科技企业孵化器数 技术交易额 每万人口高价值发明专利拥有量 专精特新企业数 "
                    + "科技特派员人数 中试基地数 研发人员全时当量 数字经济核心产业增加值")
            .split(" ");
    private static final String[] THINGS =
            ("高新技术企业认定 研发费用加计扣除 科技成果转化 揭榜挂帅项目 科技特派员选派 创新券兑付 首台套装备认定 专精特新企业培育 瞪羚企业奖励 孵化器评价 "
                            + "重点实验室建设 中试基地建设 知识产权质押融资 技术合同登记 人才引进 产学研合作 科技计划项目申报 科技型中小企业评价 工程技术研究中心 提案办理")
                    .split(" ");
    private static final String[] ACTS = "申报工作的通知 管理办法 实施细则 结果公示 工作方案 的答复 情况通报 座谈会召开 统计公报 工作总结".split(" ");
    private static final String[] KINDS =
            "notice law plan notice plan proposal_reply news news statistics other".split(" ");
    private static final String[] SENTENCES = {
        "各县区要加强组织领导，压实工作责任，确保%s各项任务落到实处。",
        "%s科技局会同财政、税务等部门建立协同机制，定期研究解决企业反映的困难和问题。",
        "截至年底，%s有效期内的企业数量稳步增长，创新主体不断壮大，产业结构持续优化。",
        "对符合条件的单位，按照实际投入给予奖补，%s单个项目最高不超过100万元。",
        "申报单位应当对材料的真实性负责，%s存在弄虚作假的，取消资格并追回资金。",
        "会议强调，要围绕主导产业布局创新链，推动%s与高校院所开展产学研合作。",
        "下一步，将继续完善政策体系，优化服务流程，提高企业获得感，推进%s高质量发展。",
        "该项目由企业牵头，联合两所高校共同实施，%s预计三年内形成新产品五项。",
        "专家组认为，%s技术路线清晰，经济社会效益显著，同意通过验收。",
        "企业代表表示，希望进一步加大研发投入支持力度，%s解决人才住房和子女入学问题。",
    };

    private final long seed;

    MadeDocuments(long seed) {
        this.seed = seed;
    }

    private static String one(String[] of, Random random) {
        double skewed = Math.pow(random.nextDouble(), 1.7); // some are named far more often than others
        return of[(int) (skewed * of.length)];
    }

    SearchDocument page(int number) {
        var random = new Random(seed + number * 7919L);
        String city = one(CITIES, random) + "市";
        String thing = one(THINGS, random);
        int act = random.nextInt(ACTS.length);
        int year = 2016 + random.nextInt(11);
        String title = city + "关于" + year + "年" + thing + ACTS[act];
        var text = new StringBuilder();
        for (int length = 10 + random.nextInt(40); length > 0; length--) {
            text.append(SENTENCES[random.nextInt(SENTENCES.length)].replace(
                    "%s", random.nextBoolean() ? one(THINGS, random) : city));
            if (random.nextInt(4) == 0) {
                text.append(sentence(city, one(INDICATORS, random), year - 1, random));
            }
            text.append(random.nextInt(3) == 0 ? "\n" : "");
        }
        return SearchDocument.of("page:" + number, "page", title, text.toString())
                .issuer(city + (random.nextBoolean() ? "科学技术局" : "工业和信息化局"))
                .region("广西壮族自治区/" + city, null)
                .articleKind(KINDS[act])
                .published(LocalDate.of(year, 1 + random.nextInt(12), 1 + random.nextInt(28)))
                .site(city + "人民政府网")
                .documentNumber(act < 3 ? city.charAt(0) + "科规〔" + year + "〕" + (1 + random.nextInt(90)) + "号" : null)
                .group(random.nextInt(5) == 0 ? "g" + number / 5 : null)
                .open()
                .build();
    }

    SearchDocument statement(int number) {
        var random = new Random(seed ^ number * 104_729L);
        String city = one(CITIES, random) + "市";
        String indicator = one(INDICATORS, random);
        int year = 2016 + random.nextInt(11);
        return SearchDocument.of("statement:" + number, "statement", indicator, sentence(city, indicator, year, random))
                .region("广西壮族自治区/" + city, null)
                .indicator(indicator)
                .period(String.valueOf(year))
                .published(LocalDate.of(year, 12, 31))
                .open()
                .build();
    }

    private static String sentence(String city, String indicator, int year, Random random) {
        return year + "年，" + city + indicator + "达到" + random.nextInt(1, 900) + "." + random.nextInt(10) + "亿元，同比增长"
                + random.nextInt(1, 30) + "." + random.nextInt(10) + "%，总量居全区第" + random.nextInt(1, 15) + "位。";
    }

    /** What somebody may type. */
    static String query(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> one(THINGS, random);
            case 1 -> one(CITIES, random) + "市" + one(INDICATORS, random);
            case 2 -> (2016 + random.nextInt(11)) + "年" + one(INDICATORS, random);
            case 3 -> one(CITIES, random) + " " + one(THINGS, random);
            case 4 -> "高企 奖补";
            case 5 -> one(THINGS, random) + "有哪些条件";
            case 6 -> "“" + one(INDICATORS, random) + "”";
            case 7 -> one(new String[] {"gaoxinjishuqiye", "jbgs", "kejitepaiyuan", "cxq"}, random);
            case 8 ->
                one(CITIES, random).charAt(0) + "科规〔" + (2016 + random.nextInt(11)) + "〕" + (1 + random.nextInt(90))
                        + "号";
            case 9 -> one(THINGS, random) + " -公示";
            case 10 -> one(new String[] {"企业", "科技", "增长", "研发投入", "人才"}, random);
            default -> one(CITIES, random) + "市 " + one(THINGS, random) + " " + (2016 + random.nextInt(11));
        };
    }
}
