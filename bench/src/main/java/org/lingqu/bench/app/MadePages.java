package org.lingqu.bench.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Random;
import org.lingqu.engine.text.PageSource;

/** Pages put together from sentences, as long and as full of figures as real ones: only for measuring. The same number, the same page. */
final class MadePages {

    static final List<String> CITIES = List.of("南宁市", "柳州市", "桂林市", "梧州市", "北海市", "钦州市", "贵港市", "玉林市", "百色市", "河池市");
    static final List<String> INDICATORS =
            List.of("高新技术企业", "科技型中小企业", "规模以上工业企业", "专精特新企业", "新型研发机构", "科技企业孵化器", "发明专利授权量", "技术合同成交额");

    private static final List<String> FILLERS = List.of(
            "各县区要加强组织领导，压实工作责任，确保各项任务落到实处。",
            "科技局会同财政、税务等部门建立协同机制，定期研究解决企业反映的困难和问题。",
            "创新主体不断壮大，产业结构持续优化，成果转化渠道更加通畅。",
            "下一步，将继续完善政策体系，优化服务流程，提高企业获得感。",
            "会议强调，要围绕主导产业布局创新链，推动企业与高校院所开展产学研合作。");

    private MadePages() {}

    /** One page with about ten statements. */
    static PageSource page(int number) {
        var random = new Random(number * 7919L);
        String city = pick(CITIES, random);
        int year = 2016 + random.nextInt(10);
        var text = new StringBuilder(city + year + "年科技工作情况第" + number + "期\n");
        for (int line = 0; line < 5; line++) {
            String indicator = pick(INDICATORS, random);
            boolean money = indicator.endsWith("额");
            text.append(pick(FILLERS, random))
                    .append(year - random.nextInt(3))
                    .append("年，")
                    .append(city)
                    .append(indicator)
                    .append("达到")
                    .append(100 + random.nextInt(900))
                    .append(money ? "亿元" : indicator.endsWith("量") ? "件" : "家")
                    .append("，同比增长")
                    .append(1 + random.nextInt(30))
                    .append(".5%。")
                    .append(pick(FILLERS, random))
                    .append(year - random.nextInt(3))
                    .append("年，")
                    .append(city)
                    .append(pick(INDICATORS.subList(0, 5), random))
                    .append("新增")
                    .append(10 + random.nextInt(90))
                    .append("家。\n");
        }
        return new PageSource("made-" + number + ".txt", text.toString().getBytes(UTF_8));
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
