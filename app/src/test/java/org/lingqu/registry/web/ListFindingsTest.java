package org.lingqu.registry.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.library.web.Site;
import org.lingqu.registry.FirmListImport;
import org.lingqu.registry.ListRow;
import org.lingqu.registry.ListState;
import org.lingqu.registry.RowOutcome;

/** What an officer is told before she takes a list in. */
class ListFindingsTest extends SentLists {

    private static final String HEADER = "企业名称,统一社会信用代码,2025年营业收入（万元）";
    private static final String SOUND = "91456902MA50100X1K";
    private static final String WRONG = "91456902MA50100X11";

    private static FirmListImport sent(String name, String... lines) throws Exception {
        byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        FirmListImport list = lists().send(OFFICER, name, new ByteArrayInputStream(text), "", Supplier.FIRM, MARCH);
        return over(await(list, ListState.LOOKED));
    }

    private static ListRow row(FirmListImport list, int number) {
        return lists().rows(list, null, false, 0, 100).stream()
                .filter(each -> each.row() == number)
                .findFirst()
                .orElseThrow();
    }

    private static String page(FirmListImport list) throws Exception {
        Site officer = SERVER.signedIn("officer");
        return officer.get("/enterprises/import/" + list.id()).body();
    }

    @Test
    void theRowWithTheSoundCodeCountsWhereverItStands() throws Exception {
        FirmListImport list = sent("谁.csv", HEADER, "子公司," + WRONG + ",1", "子公司," + SOUND + ",2", "子公司,,3");

        assertThat(list.counts().fresh()).isEqualTo(1);
        assertThat(row(list, 3).outcome()).isEqualTo(RowOutcome.NEW);
        assertThat(row(list, 2).outcome()).isEqualTo(RowOutcome.REFUSED);
        assertThat(row(list, 2).problems())
                .extracting(p -> p.cell() + " " + p.code())
                .containsExactly("B2 CODE_CHECK", "A2 FIRM_TWICE");
        assertThat(row(list, 4).problems().getLast().advice().chinese()).contains("与第3行");
    }

    @Test
    void aWrongCodeIsNoNewEnterpriseButMayBeTheOneThatIsHeldByThisName() throws Exception {
        FirmListImport unknown = sent("错.csv", HEADER, "丑公司," + WRONG + ",1");
        assertThat(unknown.counts().fresh()).isZero();
        assertThat(row(unknown, 2).problems())
                .extracting(p -> p.code())
                .containsExactly("CODE_CHECK", "WRONG_CODE_NO_FIRM");

        FirmListImport held = taken(sent("对.csv", HEADER, "丑公司,91456902MA50101X8Y,1"));
        FirmListImport known = sent("错.csv", HEADER, "丑公司," + WRONG + ",2");

        assertThat(known.counts().changed()).isEqualTo(1);
        assertThat(row(known, 2).problems())
                .extracting(p -> p.code())
                .containsExactly("CODE_CHECK", "WRONG_CODE_NAME_FITS");
        assertThat(page(known))
                .contains("只有一家同名企业（91456902MA50101X8Y）", "本次给出 2万元")
                .doesNotContain(">CODE_CHECK<");
        undone(held);
    }

    @Test
    void columnsThatAreNotReadAreNamedBesideTheButton() throws Exception {
        FirmListImport list = sent("列.csv", HEADER + ",注册资本,备注", "寅公司,91456902MA50102X48,5,100,无");

        assertThat(list.lost()).containsExactly("注册资本");
        assertThat(page(list)).contains("5 列中 1 列有内容而没有读：注册资本", "<details open");
    }

    @Test
    void aListWithoutCodesSaysSo() throws Exception {
        FirmListImport list = sent("无代码.csv", "企业名称,2025年营业收入（万元）", "卯公司,5", "辰公司,6");

        assertThat(list.counts().withoutCode()).isEqualTo(2);
        assertThat(page(list)).contains("2 家新企业没有统一社会信用代码");
    }

    @Test
    void valuesThatAreHardlyPossibleAreCountedBesideTheButton() throws Exception {
        FirmListImport list = sent(
                "亿.csv",
                "企业名称,统一社会信用代码,2025年营业收入（亿元）,2025年研发费用（亿元）,2025年职工总数",
                "巳公司,91456902MA50103X0H,1200,800,20",
                "午公司,91456902MA50104X7W,0.5,0.02,45");

        assertThat(list.counts().doubted()).isEqualTo(1);
        assertThat(list.counts().wanted()).isEqualTo(2);
        assertThat(page(list)).contains("1 行有可疑的数值", "年收入过1000亿元的企业全国只有几百家");
    }

    @Test
    void whatWasSaidAboutColumnsIsRememberedAfterTheListWasUndone() throws Exception {
        FirmListImport first = sent("记.csv", HEADER + ",注资", "未公司,91456902MA50105X36,5,100");
        lists().mean(OFFICER, first, List.of("企业名称", "统一社会信用代码", "2025年营业收入（万元）", "2025年资产总额（万元）"));
        FirmListImport meant = over(await(first, ListState.LOOKED));
        undone(taken(meant));

        FirmListImport again = sent("记.csv", HEADER + ",注资", "未公司,91456902MA50105X36,5,100");

        assertThat(again.columns().getLast().words()).isEqualTo("2025年资产总额（万元）");
    }

    @Test
    void afterTakingTheEnterprisesOfThisListAreShown() throws Exception {
        FirmListImport one = taken(sent("甲批.csv", HEADER, "申公司,91456902MA50106XXC,5"));
        FirmListImport other = taken(sent("乙批.csv", HEADER, "酉公司,91456902MA50107X6T,5"));
        Site officer = SERVER.signedIn("officer");

        assertThat(page(one)).contains("/enterprises?list=" + one.id());
        assertThat(officer.get("/enterprises?list=" + one.id()).body())
                .contains("申公司", "只看一份名单收入的企业")
                .doesNotContain("酉公司");
        undone(one);
        undone(other);
    }

    @Test
    void theTemplateAsksForPlaceAndParkAndWhatTheProvinceGrants() throws Exception {
        byte[] template =
                SERVER.signedIn("officer").bytes("/enterprises/template.xlsx").body();
        FirmListImport list = over(await(
                lists().send(OFFICER, "空模板.xlsx", new ByteArrayInputStream(template), "", Supplier.FIRM, MARCH),
                ListState.LOOKED));

        assertThat(list.columns())
                .extracting(column -> column.header())
                .contains("注册地", "园区", "高新技术企业有效期至", "广西瞪羚企业认定日期", "广西瞪羚培育库入库企业有效期至");
        assertThat(list.lost()).isEmpty();
        FirmListImport choices = over(await(
                lists().send(OFFICER, "选.xlsx", new ByteArrayInputStream(template), "可选值", Supplier.FIRM, MARCH),
                ListState.LOOKED));
        assertThat(choices.columns()).extracting(column -> column.header()).contains("居民企业");
    }
}
