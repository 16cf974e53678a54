package org.lingqu.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lingqu.database.TestDatabases;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.job.Jobs;
import org.lingqu.registry.store.TableRows;

/** What lists show of enterprises follows relations to parks and the rules of the program; on both databases. */
abstract class EnterprisesShownTest extends PartyFixture {

    static final class OnSqliteTest extends EnterprisesShownTest {
        @Override
        String url() {
            return "";
        }
    }

    static final class OnPostgresTest extends EnterprisesShownTest {
        @Override
        String url() throws IOException, SQLException {
            return TestDatabases.fresh();
        }
    }

    @Test
    void theParkOfAnEnterpriseIsThatOfItsFileOrTheOneItIsLocatedIn() {
        Enterprises enterprises = application.getBean(Enterprises.class);
        Party park = begun(PartyKind.PARK, fresh("高新园区"));
        Party other = begun(PartyKind.PARK, fresh("旧园区"));
        Enterprise firm = firm(fresh("园区里的公司"));
        located(firm, other, MARCH.minusYears(3), MARCH.minusDays(1));
        located(firm, park, MARCH.minusYears(1), null);

        assertThat(parkOf(firm)).isEqualTo(park.name());
        assertThat(enterprises.numbers(OFFICER, inPark(park.name()))).containsExactly(firm.id());
        assertThat(enterprises.parks()).containsEntry(park.name(), 1).doesNotContainKey(other.name());

        Party renamed = done(parties()
                .say(
                        OFFICER,
                        park.id(),
                        park.rowVersion(),
                        Supplier.SCIENCE,
                        MARCH,
                        said(park.name() + "（新）", Map.of()),
                        null,
                        false));
        assertThat(parkOf(firm)).isEqualTo(renamed.name());

        Said text = Said.values(Map.of(FactYear.of("园区"), new FactValue.Code("自报园区")));
        enterprises.say(OFFICER, firm.id(), firm.rowVersion(), Supplier.FIRM, MARCH, text, null);
        assertThat(parkOf(firm)).isEqualTo("自报园区");
        Enterprise now = enterprises.byId(OFFICER, firm.id()).orElseThrow();
        enterprises.say(
                OFFICER, firm.id(), now.rowVersion(), Supplier.FIRM, MARCH, Said.withdrawn(FactYear.of("园区")), null);
        assertThat(parkOf(firm)).isEqualTo(renamed.name());

        Party removed = done(parties().remove(OFFICER, park.id(), renamed.rowVersion(), "重复登记"));
        assertThat(parkOf(firm)).isNull();
        assertThat(enterprises.numbers(OFFICER, inPark(renamed.name()))).isEmpty();
        done(parties().restore(OFFICER, park.id(), removed.rowVersion()));
        assertThat(parkOf(firm)).isEqualTo(renamed.name());
    }

    private void located(Enterprise firm, Party park, LocalDate begins, @Nullable LocalDate ends) {
        relations()
                .begin(
                        OFFICER,
                        List.of(new Relations.Link(
                                RelationRole.LOCATED_IN,
                                new RelationEnd.OfEnterprise(firm.id()),
                                new RelationEnd.OfParty(park.id()),
                                "",
                                begins,
                                ends,
                                Supplier.SCIENCE,
                                MARCH)));
    }

    private @Nullable String parkOf(Enterprise firm) {
        return application
                .getBean(Enterprises.class)
                .byId(OFFICER, firm.id())
                .orElseThrow()
                .park();
    }

    private static EnterpriseFilter inPark(String park) {
        return EnterpriseFilter.all(MARCH).in(new RegionPart("", park, ""));
    }

    @Test
    void whatListsShowIsWorkedOutAgainWhereItsRulesChanged() {
        Enterprise firm = firm(fresh("旧规则公司"));
        String title = "高新技术企业";
        Enterprises enterprises = application.getBean(Enterprises.class);
        Said claim = Said.titles(Map.of(title, List.of(new TitleSpan(MARCH, null))));
        enterprises.say(OFFICER, firm.id(), firm.rowVersion(), Supplier.FIRM, MARCH, claim, null);
        plain.change(
                in -> { // as earlier versions of the program left it
                    in.execute(
                            "insert into registry_title (enterprise_id, title, valid_from) values (?, ?, ?)",
                            firm.id(),
                            title,
                            "2026-03-01");
                    in.execute("update registry_enterprise set claims = 0");
                    in.execute("delete from registry_shown");
                });
        Enterprise before = enterprises.byId(OFFICER, firm.id()).orElseThrow();
        ShownAnewJob job = application.getBean(ShownAnewJob.class);
        assertThat(job.isNeeded()).isTrue();

        Jobs jobs = application.getBean(Jobs.class);
        long run = jobs.start(OFFICER, ShownAnewJob.NAME, ShownAnewJob.NAME, "").id();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> jobs.byId(run).orElseThrow().state().isOver());

        assertThat(job.isNeeded()).isFalse();
        assertThat(enterprises.byId(OFFICER, firm.id()).orElseThrow().claims()).isEqualTo(1);
        assertThat(enterprises.numbers(OFFICER, EnterpriseFilter.all(MARCH).claiming()))
                .contains(firm.id());
        List<TableRows.Title> titles = plain.read(in -> TableRows.titles(in, List.of(firm.id())));
        assertThat(titles).isEmpty();
        assertThat(enterprises.byId(OFFICER, firm.id())).contains(before);
    }
}
