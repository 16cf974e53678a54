package org.lingqu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCommandTest {

    private static final String PACK = "../policies";

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Lingqu.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    @Test
    void aSoundFolderPasses() {
        assertThat(run("policy", "check", PACK)).isZero();
        assertThat(out.toString()).contains("0 个问题。", " 0 problems");
    }

    @Test
    void problemsAreListedWithTheirLines() throws IOException {
        Files.createDirectories(folder.resolve("cn"));
        Files.copy(Path.of(PACK, "facts.yaml"), folder.resolve("facts.yaml"));
        String sound = Files.readString(Path.of(PACK, "cn/high-tech.yaml"));
        Files.writeString(folder.resolve("cn/high-tech.yaml"), sound.replace("科技人员.上年 /", "科技人.上年 /"));
        assertThat(run("policy", "check", folder.toString())).isOne();
        assertThat(out.toString())
                .contains("UNKNOWN_FACT: 没有「科技人」这个事实。是不是「科技人员」？\"科技人\" is not a known fact. Did you mean \"科技人员\"?");
    }

    @Test
    void aDecisionIsExplained() throws IOException {
        Path firm = folder.resolve("firm.yaml");
        Files.writeString(firm, """
                id: 91000000000000000K
                name: 示例公司
                firm:
                  居民企业: 是
                  成立日期: 2020-01-01
                  职工总数: {2025: 95}
                  科技人员: {2025: 7}
                """);
        assertThat(run(
                        "policy",
                        "explain",
                        "cn/high-tech",
                        "--policies",
                        PACK,
                        "--firm",
                        firm.toString(),
                        "--as-of",
                        "2026-05-01"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains("结论：不符合")
                .contains("科技人员.上年 / 职工总数.上年 = 7.37%（须 ≥ 10%）")
                .contains("2025年科技人员 +3人（从 7人 到 10人）")
                .contains("〔32号第十一条（四）〕");
        out.getBuffer().setLength(0);
        assertThat(run(
                        "policy",
                        "explain",
                        "cn/high-tech",
                        "--policies",
                        PACK,
                        "--firm",
                        firm.toString(),
                        "--as-of",
                        "2026-05-01",
                        "--json"))
                .isZero();
        assertThat(out.toString()).startsWith("{\"policy\":\"cn/high-tech\"").contains("\"finding\":\"not met\"");
    }

    @Test
    void aPolicyIsShownAndListed() {
        assertThat(run("policy", "show", "--policies", PACK)).isZero();
        assertThat(run("policy", "show", "cn/high-tech", "--policies", PACK, "--as-of", "2026-05-01"))
                .isZero();
        assertThat(out.toString())
                .contains("cn/high-tech@2016")
                .contains("国科发火〔2016〕32号")
                .contains("研究开发组织管理水平");
    }

    @Test
    void aScoreIsShownWithItsBandsAndCases() {
        assertThat(run("policy", "show", "cn/high-tech", "--policies", PACK, "--as-of", "2026-05-01"))
                .isZero();

        assertThat(out.toString())
                .contains("≥ 35%：9–10 分", "其余：0 分", "Ⅰ类知识产权 ≥ 1", "：7–8 分", "其他情形：0 分", "合计最多 30 分")
                .contains("净资产增长率")
                .contains("幅度内由专家评定");
    }

    @Test
    void aPolicyIsExportedAsDmnAndSaysWhatIsLeftOut() throws IOException {
        Path file = folder.resolve("new/high-tech.dmn");
        assertThat(run("policy", "export-dmn", "cn/high-tech", "--policies", PACK, "--out", file.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("cn/high-tech@2016").contains("数据不全时优惠金额的上下限未导出");
        assertThat(Files.readString(file))
                .contains("xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\"")
                .contains("<text>if 科技人员_上年 = null or 职工总数_上年 = null", "数据不全时优惠金额的上下限未导出");
    }

    @Test
    void anUnknownPolicyIsAWrongUsage() {
        assertThat(run("policy", "show", "cn/hightech", "--policies", PACK)).isEqualTo(2);
        assertThat(err.toString()).contains("Did you mean \"cn/high-tech\"?");
    }
}
