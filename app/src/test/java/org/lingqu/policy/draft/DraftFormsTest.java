package org.lingqu.policy.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.engine.policy.check.PackReader;
import org.lingqu.engine.policy.check.PolicyFile;
import org.lingqu.engine.policy.whatif.Threshold;
import org.lingqu.pack.InstalledPack;

/** Fields of the real policies, filled in as an officer does. */
class DraftFormsTest {

    @SuppressWarnings("NullAway.Init")
    private static InstalledPack installed;

    @SuppressWarnings("NullAway.Init")
    private static DraftForms forms;

    @BeforeAll
    static void readThePolicies(@TempDir Path published) {
        installed = new InstalledPack(Path.of("../policies"), published);
        forms = new DraftForms(installed);
    }

    private static String text(String path) throws IOException {
        return installed.text(installed.file(path));
    }

    /** What a browser sends of a form in which some fields were typed into. */
    private static Map<String, String> sent(String text, Map<String, String> typed) {
        var sent = new HashMap<String, String>();
        DraftForm form = forms.of(text);
        form.boxes().forEach(box -> {
            sent.put("m." + box.field(), box.typed());
            sent.put("was.m." + box.field(), box.value());
        });
        form.figures().forEach(figure -> {
            String name = "f." + figure.threshold().name();
            sent.put(name, figure.first().text());
            sent.put("was." + name, figure.threshold().number());
        });
        sent.putAll(typed);
        return sent;
    }

    private static DraftForm filled(String text, Map<String, String> typed) {
        return forms.filled(text, sent(text, typed));
    }

    private static List<String> newLines(String before, String after) {
        List<String> known = before.lines().toList();
        return after.lines().filter(line -> !known.contains(line)).toList();
    }

    @Test
    void aFormThatNobodyTypedIntoLeavesEveryPolicyAsItIs() throws IOException {
        for (PolicyFile file : installed.pack().files()) {
            String text = installed.text(file.file());
            DraftForm form = filled(text, Map.of());
            assertThat(form.text()).as(file.file()).isEqualTo(text);
            assertThat(form.written()).isZero();
            assertThat(form.refused()).isZero();
            assertThat(form.boxes()).hasSize(DraftField.values().length);
        }
    }

    @Test
    void whatWasTypedIsWrittenAndNothingElse() throws IOException {
        String text = text("cn/high-tech.yaml");
        DraftForm form = filled(
                text,
                Map.of(
                        "m.VERSION", "2027",
                        "m.FROM", "2027-01-01",
                        "m.TO", "2029-12-31",
                        "m.DOCUMENT", "国科发火〔2027〕1号",
                        "f.staff.1", "8%",
                        "f.rd-ratio.border.1", "6000"));
        assertThat(form.refused()).isZero();
        assertThat(form.written()).isEqualTo(6);
        assertThat(newLines(text, form.text()))
                .containsExactly(
                        "version: \"2027\"",
                        "document: 国科发火〔2027〕1号",
                        "valid: {from: 2027-01-01, to: 2029-12-31}",
                        "    require: 科技人员.上年 / 职工总数.上年 >= 0.08",
                        "            \"<= 6000 * 万元\": 0.05",
                        "            \"(6000 * 万元 .. 2 * 亿元]\": 0.04");
        assertThat(form.moved())
                .as("whose words still say the old figure")
                .extracting(Threshold::name, Threshold::shown)
                .containsExactlyInAnyOrder(tuple("staff.1", "0.08"), tuple("rd-ratio.border.1", "6000万元"));

        DraftForm endless = filled(form.text(), Map.of("m.TO", ""));
        assertThat(newLines(form.text(), endless.text())).containsExactly("valid: {from: 2027-01-01}");
    }

    @Test
    void aWindowComesAndGoes() throws IOException {
        String text = text("cn/high-tech-tax-2018.yaml");
        DraftForm form = filled(text, Map.of("m.OPENS", "4月1日", "m.CLOSES", "5-31"));
        assertThat(newLines(text, form.text())).containsExactly("window: {opens: 04-01, closes: 05-31}");
        assertThat(filled(form.text(), Map.of("m.OPENS", "", "m.CLOSES", "")).text())
                .isEqualTo(text);
    }

    @Test
    void aParameterThatNobodyKnewIsSet() throws IOException {
        String text = text("450100/high-level-talent-2019.yaml");
        DraftForm form = filled(text, Map.of("f.salary-b", "45"));
        assertThat(newLines(text, form.text())).containsExactly("    value: 45 * 万元");
        assertThat(forms.of(form.text()).figures())
                .filteredOn(figure -> figure.threshold().name().equals("salary-b"))
                .extracting(figure -> figure.threshold().shown())
                .containsExactly("45万元");
    }

    @Test
    void everythingThatCannotBeReadIsToldAtOnceAndTheRestIsWritten() throws IOException {
        String text = text("cn/high-tech.yaml");
        DraftForm form = filled(
                text,
                Map.of(
                        "m.TITLE", "",
                        "m.FROM", "明年",
                        "m.OPENS", "13-45",
                        "f.staff.1", "很高",
                        "f.registered.1", "",
                        "f.innovation.1", "75"));
        assertThat(form.boxes())
                .filteredOn(box -> box.problem() != null)
                .extracting(DraftForm.Box::field, DraftForm.Box::typed, DraftForm.Box::problem)
                .containsExactly(
                        tuple(DraftField.TITLE, "", DraftForm.Problem.NEEDED),
                        tuple(DraftField.FROM, "明年", DraftForm.Problem.NOT_A_DAY),
                        tuple(DraftField.OPENS, "13-45", DraftForm.Problem.NOT_A_DAY_OF_YEAR));
        assertThat(form.refused()).isEqualTo(5);
        assertThat(newLines(text, form.text())).containsExactly("    require: 得分 > 75");
    }

    @Test
    void aTextThatIsNoPolicyHasNoFields() {
        for (String text : List.of("", "{", "- a\n- b\n", "只有一句话", "a: [", "policy: {\n")) {
            DraftForm form = forms.filled(text, Map.of("m.TITLE", "x", "was.m.TITLE", "y", "f.a", "1", "later", "1"));
            assertThat(form.text()).isEqualTo(text);
            assertThat(form.figures()).isEmpty();
        }
    }

    /** The version of next year of every policy is sound at once. */
    @Test
    void theNextVersionOfAPolicyBringsItsExamplesAlong(@TempDir Path folder) throws IOException {
        var from = LocalDate.of(2027, 1, 1);
        var next = new ArrayList<String>();
        Files.copy(Path.of("../policies/facts.yaml"), folder.resolve("facts.yaml"));
        for (PolicyFile file : installed.pack().files()) {
            String path = installed.path(file.file());
            Path here = folder.resolve(path);
            Files.createDirectories(here.getParent());
            String text = installed.text(file.file());
            boolean goesOn = file.problems().isEmpty()
                    && file.policy().orElseThrow().inForce(from)
                    && file.policy().orElseThrow().validity().to() == null
                    && file.policy().orElseThrow().validity().from().isBefore(from);
            if (goesOn) {
                String later = path.replace(".yaml", "-next.yaml");
                next.add(later);
                Files.writeString(folder.resolve(later), forms.next(text, "next", from.toString()));
                text = Ending.of(text, from.minusDays(1)).orElseThrow();
            }
            Files.writeString(here, text);
        }
        List<PolicyProblem> problems = PackReader.read(folder).problems();
        List<String> unsound = next.stream()
                .filter(path -> problems.stream()
                        .anyMatch(problem -> problem.place().file().endsWith(path)))
                .toList();
        assertThat(next).hasSizeGreaterThan(15);
        assertThat(unsound).isEmpty();
    }
}
