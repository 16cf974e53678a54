package org.lingqu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.FactsFile;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.registry.CellProblem;
import org.lingqu.registry.ColumnMapping;
import org.lingqu.registry.ColumnMeaning;
import org.lingqu.registry.FirmSheet;
import org.lingqu.registry.Headers;
import org.lingqu.sheet.UnreadableSheet;

/** The officer's list of the demonstration region, and what reading it reports. */
class OfficerListTest {

    private static Facts facts = new Facts(List.of());

    @TempDir
    private Path folder = Path.of("");

    static LongStream seeds() {
        return LongStream.concat(LongStream.of(7), new Random().longs(2));
    }

    @BeforeAll
    static void readDictionary() throws IOException {
        Path file = Path.of("../policies/facts.yaml");
        facts = FactsFile.read(file.toString(), Files.readString(file)).facts();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyPlantedMistakeIsReportedAndNothingElse(long seed) throws Exception {
        Path list = folder.resolve("list.xlsx");
        List<PlantedMistake> planted = OfficerList.write(MadeRegion.of(seed, 12_000), 500, list);
        List<Firm> firms = new ArrayList<>();

        FirmSheet.Report report = read(list, firms);

        assertThat(report.problems().stream()
                        .filter(problem -> !isRemark(problem))
                        .map(problem -> problem.cell() + " " + problem.code()))
                .containsExactlyInAnyOrderElementsOf(planted.stream()
                        .filter(mistake -> !mistake.code().isEmpty())
                        .map(mistake -> mistake.cell() + " " + mistake.code())
                        .toList());
        assertThat(planted).extracting(PlantedMistake::kind).containsAll(PlantedMistake.Kind.ofFirms());
        assertThat(planted)
                .as("figures in 元 where 万元 are meant")
                .filteredOn(mistake -> mistake.kind() == PlantedMistake.Kind.YUAN_FOR_TEN_THOUSAND)
                .anyMatch(mistake -> report.problems().stream()
                        .anyMatch(problem -> problem.code().startsWith("DOUBT_")
                                && problem.cell().equals(mistake.cell())));
        long leftOut = planted.stream()
                .filter(mistake -> mistake.kind() == PlantedMistake.Kind.ROW_WITHOUT_FIRM
                        || mistake.kind() == PlantedMistake.Kind.SAME_FIRM_OTHER_NAME)
                .count();
        assertThat(firms).hasSize(500 - (int) leftOut);
    }

    /** Sound rows have titles that ran out, and some few of many figures are rare. */
    private static boolean isRemark(CellProblem problem) {
        return problem.code().startsWith("DOUBT_") || problem.code().equals("TITLE_EXPIRED");
    }

    @Test
    void everyColumnButTheNumberIsUnderstood() throws Exception {
        Path list = folder.resolve("list.xlsx");
        OfficerList.write(MadeRegion.of(7, 2_000), 40, list);

        FirmSheet.Report report = read(list, new ArrayList<>());

        assertThat(report.headerRow()).isEqualTo(4);
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < report.headers().size(); i++) {
            if (report.meanings().get(i) instanceof ColumnMeaning.Ignored) {
                ignored.add(report.headers().get(i));
            }
        }
        assertThat(ignored).containsExactly("序号");
        assertThat(report.meanings()).noneMatch(meaning -> meaning instanceof ColumnMeaning.Unclear);
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        Path one = folder.resolve("one.xlsx");
        Path two = folder.resolve("two.xlsx");
        OfficerList.write(MadeRegion.of(4, 1_500), 30, one);
        OfficerList.write(MadeRegion.of(4, 1_500), 30, two);

        assertThat(two).hasSameBinaryContentAs(one);
    }

    private static FirmSheet.Report read(Path list, List<Firm> firms) throws IOException, UnreadableSheet {
        var headers = new Headers(facts, Set.copyOf(Titles.PUBLISHED), MadeRegion.AS_OF);
        return FirmSheet.read(
                list, "", headers, ColumnMapping.none(), MadeRegion.AS_OF, (firm, row) -> firms.add(firm));
    }
}
