package org.lingqu.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.lingqu.database.TestDatabases;
import org.lingqu.engine.policy.fact.Supplier;

/** Parties and their relations are begun, changed, removed and brought back; on both databases. */
abstract class PartiesTest extends PartyFixture {

    static final class OnSqliteTest extends PartiesTest {
        @Override
        String url() {
            return "";
        }
    }

    static final class OnPostgresTest extends PartiesTest {
        @Override
        String url() throws IOException, SQLException {
            return TestDatabases.fresh();
        }
    }

    @Test
    void whatIsSaidOfAPartyCountsAndIsKept() {
        String name = fresh("言说实验室");
        Party party = done(parties()
                .create(
                        OFFICER,
                        PartyKind.PLATFORM,
                        Supplier.SCIENCE,
                        MARCH,
                        said(name, Map.of("平台级别", "市级", "认定日期", "2024-05-01")),
                        null,
                        false));
        assertThat(party.level()).isEqualTo("市级");
        assertThat(party.begins()).isEqualTo(LocalDate.of(2024, 5, 1));

        Party better = done(parties()
                .say(
                        OFFICER,
                        party.id(),
                        party.rowVersion(),
                        Supplier.SCIENCE,
                        MARCH,
                        said(null, Map.of("平台级别", "自治区级")),
                        "升级",
                        false));
        assertThat(better.level()).isEqualTo("自治区级");
        assertThat(parties().entries(better)).hasSize(2);
        assertThat(parties()
                        .say(
                                OFFICER,
                                party.id(),
                                party.rowVersion(),
                                Supplier.SCIENCE,
                                MARCH,
                                said(null, Map.of("平台级别", "国家级")),
                                null,
                                false))
                .isInstanceOf(Parties.Outcome.Overtaken.class);
        Party disputed = done(parties()
                .say(
                        OFFICER,
                        party.id(),
                        better.rowVersion(),
                        Supplier.FIRM,
                        MARCH,
                        said(null, Map.of("平台级别", "国家级")),
                        null,
                        false));
        assertThat(disputed.level()).isEqualTo("自治区级");
        assertThat(disputed.conflicts()).isEqualTo(1);
        assertThat(parties().byId(FIRM, party.id())).isEmpty();
        assertThat(parties().count(FIRM, named(PartyKind.PLATFORM, name))).isZero();
    }

    @Test
    void aSecondOneOfTheSameNameIsOnlyBegunWhenItIsMeant() {
        String name = fresh("同名人才");
        Party first = begun(PartyKind.TALENT, name);
        Parties.Outcome again =
                parties().create(OFFICER, PartyKind.TALENT, Supplier.SCIENCE, MARCH, said(name, Map.of()), null, false);
        assertThat(again).isEqualTo(new Parties.Outcome.Known("name", first));

        done(parties().create(OFFICER, PartyKind.TALENT, Supplier.SCIENCE, MARCH, said(name, Map.of()), null, true));
        assertThat(listed(PartyKind.TALENT, name)).hasSize(2);
        begun(PartyKind.TEAM, name); // another kind is another thing
    }

    @Test
    void aRelationIsSeenFromBothEndsEndsAndIsTakenBack() {
        Party platform = begun(PartyKind.PLATFORM, fresh("双向平台"));
        Enterprise firm = firm(fresh("双向公司"));
        RelationColumn host = column(PartyKind.PLATFORM, "依托单位");
        LocalDate since = LocalDate.of(2023, 1, 1);
        assertThat(relations().add(OFFICER, platform, host, firm.name(), since, null, Supplier.SCIENCE, MARCH))
                .isEqualTo(new Relations.Outcome.Done());
        assertThat(relations().add(OFFICER, platform, host, firm.name(), null, null, Supplier.SCIENCE, MARCH))
                .isEqualTo(new Relations.Outcome.Refused("KNOWN_ALREADY", firm.name()));
        assertThat(relations().add(OFFICER, platform, host, "没有这家", null, null, Supplier.SCIENCE, MARCH))
                .isEqualTo(new Relations.Outcome.Refused("UNKNOWN_PARTY", "没有这家"));

        var atFirm = new RelationEnd.OfEnterprise(firm.id());
        Relations.Group seen = relations().groups(OFFICER, atFirm, 5).getFirst();
        assertThat(seen.back()).isTrue();
        assertThat(seen.first().getFirst().name()).isEqualTo(platform.name());
        assertThat(relations().groups(FIRM, atFirm, 5)).hasSize(1);

        long id = seen.first().getFirst().relation().id();
        assertThat(relations().end(OFFICER, platform, id, since.minusDays(1), Supplier.SCIENCE, MARCH))
                .isInstanceOf(Relations.Outcome.Refused.class);
        assertThat(relations().end(OFFICER, platform, id, LocalDate.of(2025, 6, 30), Supplier.SCIENCE, MARCH))
                .isEqualTo(new Relations.Outcome.Done());
        assertThat(relations().takeBack(OFFICER, platform, id)).isEqualTo(new Relations.Outcome.Refused("GONE", ""));
        Relations.Group over = relations().groups(OFFICER, atFirm, 5).getFirst();
        assertThat(over.over()).isTrue();
        assertThat(relations()
                        .takeBack(
                                OFFICER,
                                platform,
                                over.first().getFirst().relation().id()))
                .isEqualTo(new Relations.Outcome.Done());
        assertThat(relations().groups(OFFICER, atFirm, 5)).isEmpty();
        assertThat(relations().gone(OFFICER, atFirm, 5)).hasSize(2);
    }

    @Test
    void anEnterpriseSeesNoPersons() {
        Party talent = begun(PartyKind.TALENT, fresh("不见人才"));
        Enterprise firm = firm(fresh("不见公司"));
        relations()
                .add(
                        OFFICER,
                        talent,
                        column(PartyKind.TALENT, "任职单位"),
                        firm.name(),
                        null,
                        null,
                        Supplier.SCIENCE,
                        MARCH);

        var end = new RelationEnd.OfEnterprise(firm.id());
        assertThat(relations().groups(OFFICER, end, 5)).hasSize(1);
        assertThat(relations().groups(FIRM, end, 5)).isEmpty();
        assertThat(relations().gone(FIRM, end, 5)).isEmpty();
    }

    @Test
    void whatIsRemovedComesBackWithItsRelations() {
        Party team = begun(PartyKind.TEAM, fresh("回来团队"));
        Party leader = begun(PartyKind.TALENT, fresh("回来人才"));
        relations()
                .add(OFFICER, team, column(PartyKind.TEAM, "带头人"), leader.name(), null, null, Supplier.SCIENCE, MARCH);
        List<String> before = told();

        Party removed = done(parties().remove(OFFICER, team.id(), team.rowVersion(), "重复登记"));
        assertThat(listed(PartyKind.TEAM, team.name())).isEmpty();
        assertThat(relations().groups(OFFICER, new RelationEnd.OfParty(leader.id()), 5))
                .isEmpty();
        assertThat(parties().restore(OFFICER, team.id(), team.rowVersion()))
                .isInstanceOf(Parties.Outcome.Overtaken.class);
        done(parties().restore(OFFICER, team.id(), removed.rowVersion()));

        assertThat(told()).isEqualTo(before);
    }

    @Test
    void ofManyWhoChangeARecordAtOnceOneIsFirst() throws Exception {
        Party party = begun(PartyKind.PARK, fresh("争先园区"));
        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            var wishes = new ArrayList<Callable<Parties.Outcome>>();
            for (int i = 0; i < 8; i++) {
                String level = List.of("国家级", "市级").get(i % 2);
                wishes.add(() -> parties()
                        .say(
                                OFFICER,
                                party.id(),
                                party.rowVersion(),
                                Supplier.SCIENCE,
                                MARCH,
                                said(null, Map.of("园区级别", level)),
                                null,
                                false));
            }
            int winners = 0;
            for (Future<Parties.Outcome> each : people.invokeAll(wishes)) {
                winners += each.get() instanceof Parties.Outcome.Done ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        }
    }
}
