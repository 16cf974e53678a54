package org.lingqu.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lingqu.database.TestDatabases;
import org.lingqu.engine.policy.fact.Supplier;

/** Lists of parties are looked at, taken in once and undone wholly; on both databases. */
abstract class PartyListsTest extends PartyFixture {

    static final class OnSqliteTest extends PartyListsTest {
        @Override
        String url() {
            return "";
        }
    }

    static final class OnPostgresTest extends PartyListsTest {
        @Override
        String url() throws IOException, SQLException {
            return TestDatabases.fresh();
        }
    }

    @Test
    void aListIsLookedAtTakenInAndTheSameListSaysNothingNew() throws IOException {
        Enterprise host = firm(fresh("名单公司"));
        Party park = begun(PartyKind.PARK, fresh("名单园区"));
        String one = fresh("名单平台");
        String two = fresh("名单平台");
        String rows = "平台名称,平台级别,认定日期,有效期至,依托单位,依托单位起,所在园区,备用列\n" + one + ",市级,2024-05-01,2027-04-30," + host.name()
                + ",2024-05-01," + park.name() + ",x\n" + two + ",省级,2024-05-01,2020-04-30,没有这家,,,\n合计,,,,,,,\n";
        List<String> before = told();
        FirmListImport list = looked(PartyKind.PLATFORM, rows);

        assertThat(told()).isEqualTo(before);
        assertThat(list.counts().fresh()).isEqualTo(2);
        assertThat(list.counts().refused()).isEqualTo(1);
        assertThat(codes(list))
                .containsExactlyInAnyOrder(
                        "B3 UNKNOWN_CODE", "D3 ENDS_BEFORE_IT_BEGINS", "E3 UNKNOWN_PARTY", "A4 TOTALS_ROW");
        list = taken(list);

        assertThat(listed(PartyKind.PLATFORM, one).getFirst().level()).isEqualTo("市级");
        assertThat(relations().groups(OFFICER, new RelationEnd.OfEnterprise(host.id()), 5))
                .singleElement()
                .satisfies(group ->
                        assertThat(group.first().getFirst().relation().begins()).isEqualTo(LocalDate.of(2024, 5, 1)));
        FirmListImport again = looked(PartyKind.PLATFORM, rows);
        assertThat(again.counts().unchanged()).isEqualTo(2);
        assertThat(lists().take(OFFICER, again)).isFalse();

        undone(list);
        assertThat(told()).isEqualTo(before);
        assertThat(lists().undo(OFFICER, list)).isFalse();
    }

    @Test
    void aRightIsKnownByItsNumberHoweverItIsSpelledAndCalled() throws IOException {
        Enterprise owner = firm(fresh("权利公司"));
        List<String> before = told();
        FirmListImport list = taken(looked(
                PartyKind.RIGHT,
                "专利名称,专利号,专利类型,专利权人\n一种同名装置,ZL200710308494.X,发明," + owner.name()
                        + "\n一种同名装置,ZL 2017 1 0601862.3,发明,没有这家\n一种坏号装置,201710601862.4,发明,\n"));

        assertThat(codes(list)).containsExactlyInAnyOrder("D3 UNKNOWN_PARTY", "B4 NUMBER_CHECK");
        assertThat(listed(PartyKind.RIGHT, "一种同名装置"))
                .extracting(Party::code)
                .containsExactlyInAnyOrder("200710308494.X", "201710601862.3");
        FirmListImport again = looked(
                PartyKind.RIGHT, "名称,申请号,权利人\n一种同名装置,２００７１０３０８４９４ｘ," + owner.name() + "\n一种同名装置,2017106018623,\n");
        assertThat(again.counts().unchanged()).isEqualTo(2);
        FirmListImport renamed = looked(PartyKind.RIGHT, "名称,申请号\n一种改名装置,2017106018623\n");
        assertThat(renamed.counts().changed()).isEqualTo(1);
        undone(list);
        assertThat(told()).isEqualTo(before);
        assertThat(looked(PartyKind.RIGHT, "名称,申请号\n一种改名装置,2017106018623\n")
                        .counts()
                        .fresh())
                .isEqualTo(1);
    }

    @Test
    void undoingAListLeavesWhatOthersSaidSince() throws IOException {
        Enterprise host = firm(fresh("先后公司"));
        Party platform = begun(PartyKind.PLATFORM, fresh("先后平台"));
        RelationColumn column = column(PartyKind.PLATFORM, "依托单位");
        relations().add(OFFICER, platform, column, host.name(), null, null, Supplier.SCIENCE, MARCH);
        List<String> before = told();
        String rows = "平台名称,平台级别,依托单位,依托单位起\n" + platform.name() + ",市级," + host.name() + ",2022-01-01\n";
        FirmListImport list = taken(looked(PartyKind.PLATFORM, rows));

        assertThat(relations().groups(OFFICER, new RelationEnd.OfParty(platform.id()), 5))
                .singleElement()
                .satisfies(group -> assertThat(group.count()).isEqualTo(1));
        Party now = parties().byId(OFFICER, platform.id()).orElseThrow();
        done(parties()
                .say(
                        OFFICER,
                        now.id(),
                        now.rowVersion(),
                        Supplier.SCIENCE,
                        MARCH,
                        said(null, Map.of("平台类型", "重点实验室")),
                        null,
                        false));
        undone(list);

        Party after = parties().byId(OFFICER, platform.id()).orElseThrow();
        assertThat(after.level()).isNull();
        assertThat(after.valuesHeld()).isEqualTo(1);
        assertThat(told().stream().filter(line -> line.startsWith("  ")).toList())
                .isEqualTo(before.stream().filter(line -> line.startsWith("  ")).toList());
    }

    @Test
    void telephoneAndIdentityNumbersAreNotEvenKeptInTheFile() throws IOException {
        FirmListImport list = looked(PartyKind.TALENT, "姓名,人才类别,联系电话\n甲某,A类,13800000000\n");

        assertThat(Objects.requireNonNull(list.refusal()).code()).isEqualTo("PERSONAL_COLUMN");
        assertThat(Files.exists(lists().file(list))).isFalse();
        assertThat(lists().take(OFFICER, list)).isFalse();
        String name = fresh("无号人才");
        FirmListImport inCells = looked(PartyKind.TALENT, "姓名,专业领域\n" + name + ",材料 13800000000\n");
        assertThat(lists().rows(inCells, null, true, 0, 9).getFirst().problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("PERSONAL_NUMBER");
                    assertThat(problem.value()).isEqualTo("材料 138******00");
                });
        taken(inCells);
        assertThat(listed(PartyKind.TALENT, name).getFirst().valuesHeld()).isZero();
    }

    @Test
    void listsOfAnyContentAreTakenInOnceAndUndoneWholly() throws IOException {
        var random = new Random(20260301);
        List<String> hosts =
                List.of(firm(fresh("随机公司")).name(), firm(fresh("随机公司")).name(), "没有这家");
        List<String> platforms = List.of(fresh("随机平台"), fresh("随机平台"), fresh("随机平台"), fresh("随机平台"));
        var standing = new ArrayList<FirmListImport>();
        List<String> start = told();
        for (int round = 0; round < 25; round++) {
            String rows = rows(random, platforms, hosts);
            List<String> before = told();
            FirmListImport list = looked(PartyKind.PLATFORM, rows);
            assertThat(told()).as(rows).isEqualTo(before);
            if (list.counts().wanted() == 0) {
                continue;
            }
            list = taken(list);
            FirmListImport again = looked(PartyKind.PLATFORM, rows);
            assertThat(again.counts().wanted())
                    .as("%s %s", rows, lists().rows(again, null, false, 0, 9))
                    .isZero();
            if (random.nextInt(3) == 0) {
                standing.add(list);
            } else {
                undone(list);
                assertThat(told()).as(rows).isEqualTo(before);
            }
        }
        for (FirmListImport each : standing) { // in the order they came, not backwards
            undone(each);
        }
        assertThat(told()).isEqualTo(start);
    }

    private static String rows(Random random, List<String> platforms, List<String> hosts) {
        var text = new StringBuilder("平台名称,平台级别,认定日期,依托单位,依托单位起,依托单位止\n");
        List<String> levels = List.of("国家级", "自治区级", "市级", "乱写", "");
        List<String> days = List.of("2020-01-01", "2021年6月", "", "", "不是日期");
        for (String platform : platforms) {
            if (random.nextBoolean()) {
                text.append(platform)
                        .append(',')
                        .append(levels.get(random.nextInt(levels.size())))
                        .append(',')
                        .append(days.get(random.nextInt(days.size())))
                        .append(',')
                        .append(hosts.get(random.nextInt(hosts.size())))
                        .append(random.nextBoolean() ? "、" + hosts.getFirst() : "")
                        .append(',')
                        .append(days.get(random.nextInt(days.size())))
                        .append(',')
                        .append(random.nextInt(3) == 0 ? "2025-12-31" : "")
                        .append('\n');
            }
        }
        return text.toString();
    }
}
