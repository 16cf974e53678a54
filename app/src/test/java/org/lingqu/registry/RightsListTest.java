package org.lingqu.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.demo.MadeRegion;
import org.lingqu.demo.MadeRight;
import org.lingqu.demo.MadeRights;
import org.lingqu.demo.PlantedMistake;
import org.lingqu.demo.RightsList;
import org.lingqu.engine.policy.fact.Firm;

/** The rights of the demonstration region, and what reading an officer's list of them reports. */
class RightsListTest {

    @TempDir
    private Path folder = Path.of("");

    private static PartyDeclaration declared() {
        return new PartyKinds("../regions/parties").of(PartyKind.RIGHT);
    }

    private static List<MadeRight> rights(MadeRegion region) {
        return Stream.concat(region.rights().stream(), region.firms().flatMap(firm -> MadeRights.of(firm).stream()))
                .toList();
    }

    @Test
    void everyMadeRightHasANumberOfItsOwnThatIsSound() {
        Numbering numbering = Objects.requireNonNull(declared().numbering());
        Set<String> numbers = new HashSet<>();
        List<MadeRight> rights = rights(MadeRegion.of(7, 3_000));
        assertThat(rights).hasSizeBetween(1_500, 6_000);
        assertThat(rights).extracting(MadeRight::state).contains("审查中", "有效", "失效");
        for (MadeRight each : rights) {
            assertThat(numbering.read(each.number(), each.right(), MadeRegion.AS_OF))
                    .as("%s", each)
                    .isEqualTo(new NumberRead.Sound(each.number(), null));
            assertThat(numbers.add(each.number())).as("%s", each).isTrue();
            assertThat(each.since()).as("%s", each).isBeforeOrEqualTo(MadeRegion.AS_OF);
            if (each.granted() != null) {
                assertThat(each.granted()).as("%s", each).isBetween(each.filed(), MadeRegion.AS_OF);
                assertThat(each.ends() == null
                                || each.state().equals("有效") != each.ends().isBefore(MadeRegion.AS_OF))
                        .as("%s", each)
                        .isTrue();
            }
        }
        assertThat(rights(MadeRegion.of(7, 3_000))).isEqualTo(rights);
    }

    @Test
    void everyPlantedMistakeIsReportedAndNothingElse() throws Exception {
        Path list = folder.resolve("rights.xlsx");
        List<PlantedMistake> planted = RightsList.write(MadeRegion.of(7, 3_000), 500, list);
        List<Firm> read = new ArrayList<>();

        FirmSheet.Report report = FirmSheet.read(
                list,
                "",
                declared().headers(MadeRegion.AS_OF, Places.standard()),
                ColumnMapping.none(),
                MadeRegion.AS_OF,
                (right, row) -> read.add(right));

        assertThat(report.problems().stream().map(problem -> problem.cell() + " " + problem.code()))
                .containsExactlyInAnyOrderElementsOf(planted.stream()
                        .map(mistake -> mistake.cell() + " " + mistake.code())
                        .toList());
        assertThat(planted.stream().map(PlantedMistake::kind).distinct()).hasSize(6);
        assertThat(read).hasSize(500 - planted.size());
        Path second = folder.resolve("second.xlsx");
        RightsList.write(MadeRegion.of(7, 3_000), 500, second);
        assertThat(Files.mismatch(list, second)).isEqualTo(-1);
    }
}
