package org.lingqu.engine.text.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lingqu.engine.text.PolicyMention;

class PolicyReaderTest {

    private final MentionReader reader = new MentionReader();

    private List<PolicyMention> policies(String... paragraphs) {
        return reader.read(Pages.of(paragraphs)).policies();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "policies.csv", delimiter = '|', numLinesToSkip = 1)
    void readsTheTitleAndTheStage(String sentence, String title, String stage) {
        List<PolicyMention> found = policies(sentence);
        if (title == null) {
            assertThat(found).isEmpty();
            return;
        }
        assertThat(found).extracting(PolicyMention::title).contains(title);
        assertThat(found.getFirst().stage()).isEqualTo(stage == null ? null : PolicyMention.Stage.valueOf(stage));
    }

    @Test
    void bindsTheShortNameTheTextAnnounces() {
        var found = policies("省政府印发《河湖岸线管理条例》（以下简称《条例》）。", "《湿地保护条例》同日发布。", "《条例》共六章。");
        assertThat(found)
                .extracting(PolicyMention::title)
                .containsExactly("河湖岸线管理条例", "河湖岸线管理条例", "湿地保护条例", "河湖岸线管理条例");
        assertThat(found.getFirst().aliases()).containsExactly("条例");
    }

    @Test
    void takesTheNearestTitleWhenNoShortNameIsAnnounced() {
        var found = policies("《湿地保护条例》发布。《造林三年实施方案》发布。", "《方案》提出造林目标。");
        assertThat(found.getLast().title()).isEqualTo("造林三年实施方案");
    }

    @Test
    void givesTheNumberBesideATitleToEveryMention() {
        var found = policies("根据《河湖岸线管理条例》（某政发〔2022〕15号，以下简称《条例》），组织检查。", "《条例》自发布之日起施行。");
        assertThat(found).hasSize(3).extracting(PolicyMention::documentNumber).containsOnly("某政发〔2022〕15号");
    }

    @Test
    void keepsADocumentThatIsOnlyNumbered() {
        var found = policies("根据某工信函〔2021〕8号A的要求办理。");
        assertThat(found).extracting(PolicyMention::documentNumber).containsExactly("某工信函〔2021〕8号A");
    }

    @Test
    void namesTheOwnerOfAFiveYearPlan() {
        var page = Pages.by("福建省科学技术厅", "我省“十四五”规划纲要提出了目标。");
        assertThat(reader.read(page).policies())
                .extracting(PolicyMention::title)
                .containsExactly("福建省“十四五”规划纲要");
    }

    @Test
    void readsPlansUnderAHeadingOfPlansAsPlanned() {
        var found = policies("#二、下一步工作计划", "出台《数据要素流通管理办法》，开展试点。");
        assertThat(found.getFirst().stage()).isEqualTo(PolicyMention.Stage.PLANNED);
    }

    @Test
    void namesTheIssuerInFrontOfTheVerb() {
        var found = policies("近日，福建省人民政府印发《海洋牧场建设实施方案》。");
        assertThat(found.getFirst().issuer()).isEqualTo("福建省人民政府");
    }

    @Test
    void standsAtItsPlaceInTheFile() {
        var found = policies("第一段。", "出台《海洋牧场建设实施方案》。");
        assertThat(found.getFirst().span().start()).isEqualTo(7);
        assertThat(found.getFirst().span().length()).isEqualTo("《海洋牧场建设实施方案》".length());
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void readsAnyTextInOrder(long seed) {
        var random = new Random(seed);
        String pieces = "《》〈〉（）()“”‘、，。出台印发条例规划方案以下简称国发〔2021〕29号省政府a \ud83d\ude00";
        var text = new StringBuilder("《海洋牧场建设实施方案》");
        for (int i = 0; i < 4_000; i++) {
            text.append(pieces.charAt(random.nextInt(pieces.length())));
        }
        var found = policies(text.toString());
        assertThat(found).as("seed %d", seed).isNotEmpty();
        assertThat(found).allSatisfy(p -> assertThat(p.title()).isNotBlank());
    }
}
