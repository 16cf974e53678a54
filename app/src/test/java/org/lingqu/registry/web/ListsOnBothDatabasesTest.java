package org.lingqu.registry.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.Started;
import org.lingqu.account.Actor;
import org.lingqu.database.Database;
import org.lingqu.database.DatabaseKind;
import org.lingqu.database.TestDatabases;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.job.JobState;
import org.lingqu.job.Jobs;
import org.lingqu.policy.Opportunities;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.EnterpriseFilter;
import org.lingqu.registry.EnterpriseOrder;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.FirmListImport;
import org.lingqu.registry.FirmLists;
import org.lingqu.registry.ListState;
import org.springframework.context.ConfigurableApplicationContext;

/** SQLite and PostgreSQL, given the same lists, hold and show the same enterprises. */
class ListsOnBothDatabasesTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final int FIRMS = 1_300; // several parts, so that numbers are reserved more than once

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void holdTheSame() throws Exception {
        List<String> sqlite = told(DatabaseKind.SQLITE);
        List<String> postgres = told(DatabaseKind.POSTGRES);

        assertThat(sqlite).hasSizeGreaterThan(40);
        assertThat(postgres).containsExactlyElementsOf(sqlite);
    }

    private List<String> told(DatabaseKind kind) throws Exception {
        Path own = Files.createDirectory(folder.resolve(kind.name()));
        var told = new ArrayList<String>();
        try (Database database = TestDatabases.open(kind, own);
                ConfigurableApplicationContext application =
                        Started.on(own, Started.WITH_POLICIES, Started.database(() -> database))) {
            FirmListImport first = taken(application, Supplier.FIRM, list(1));
            told.add("first " + first.counts());
            show(application, told);
            FirmListImport tax = taken(application, Supplier.TAX, list(2));
            told.add("tax " + tax.counts());
            show(application, told);
            undone(application, tax);
            show(application, told);
            FirmListImport again = looked(application, Supplier.FIRM, list(1));
            told.add("again " + again.counts());
            assertThat(again.counts().unchanged()).isEqualTo(FIRMS);
            undone(application, first);
            show(application, told);
            FirmListImport anew = taken(application, Supplier.SCIENCE, list(3));
            told.add("anew " + anew.counts());
            show(application, told);
        }
        return told;
    }

    private static String list(int round) {
        var text = new StringBuilder("企业名称,2025年营业收入（万元）,2025年研发费用（万元）,2025年职工总数,行业代码,注册地,高新技术企业认定日期,高新技术企业有效期至\n");
        for (int i = 0; i < FIRMS; i++) {
            text.append("灵渠第").append(i).append("号公司,");
            text.append(i * 7 % 5000 + (round == 2 && i % 3 == 0 ? 1 : 0)).append(',');
            text.append(round == 2 ? "" : Integer.toString(i % 90)).append(',');
            text.append(i % 400)
                    .append(",3952,4569")
                    .append(i % 2 == 0 ? "02" : "71")
                    .append(',');
            text.append(i % 10 == 0 ? "2024-11-01,2027-10-31" : ",").append('\n');
        }
        return text.toString();
    }

    private static FirmLists lists(ConfigurableApplicationContext application) {
        return application.getBean(FirmLists.class);
    }

    private static FirmListImport looked(ConfigurableApplicationContext application, Supplier source, String text)
            throws Exception {
        FirmListImport list = lists(application)
                .send(
                        Actor.SYSTEM,
                        "名单.csv",
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                        "",
                        source,
                        MARCH);
        return await(application, list, ListState.LOOKED);
    }

    private static FirmListImport taken(ConfigurableApplicationContext application, Supplier source, String text)
            throws Exception {
        FirmListImport list = looked(application, source, text);
        assertThat(lists(application).take(Actor.SYSTEM, list)).isTrue();
        return await(application, list, ListState.TAKEN);
    }

    private static void undone(ConfigurableApplicationContext application, FirmListImport list) throws Exception {
        assertThat(lists(application).undo(Actor.SYSTEM, list)).isTrue();
        await(application, list, ListState.UNDONE);
    }

    private static FirmListImport await(
            ConfigurableApplicationContext application, FirmListImport list, ListState state)
            throws InterruptedException {
        for (int i = 0; i < 24_000; i++) {
            FirmListImport now = lists(application).byId(list.id()).orElseThrow();
            JobState job = application
                    .getBean(Jobs.class)
                    .byId(Objects.requireNonNull(now.run()))
                    .orElseThrow()
                    .state();
            if (now.state() == state && job.isOver()) {
                return now;
            }
            assertThat(job).isNotEqualTo(JobState.FAILED);
            Thread.sleep(5);
        }
        throw new AssertionError("never " + state);
    }

    /** What lists and policies say now. */
    private static void show(ConfigurableApplicationContext application, List<String> told) {
        Enterprises enterprises = application.getBean(Enterprises.class);
        EnterpriseFilter all = EnterpriseFilter.all(MARCH);
        told.add("count " + enterprises.count(Actor.SYSTEM, all) + " " + enterprises.regions() + " "
                + enterprises.titles());
        for (EnterpriseOrder order :
                List.of(EnterpriseOrder.REVENUE, EnterpriseOrder.STAFF, EnterpriseOrder.CONFLICTS)) {
            for (Enterprise each : enterprises.find(Actor.SYSTEM, all, order, 3, 3)) {
                told.add(order + " " + each.name() + " " + each.revenue() + " " + each.rdCosts() + " " + each.staff()
                        + " " + each.sizeClass() + " " + each.conflicts() + " " + each.valuesHeld() + " v"
                        + each.rowVersion());
                told.add(enterprises.file(each).holdings().keySet() + " "
                        + enterprises.file(each).titles());
            }
        }
        var board = application.getBean(Opportunities.class).board();
        board.policies()
                .forEach(policy -> told.add(policy.fullName() + " "
                        + new java.util.TreeMap<>(board.tally(policy).counts())));
    }
}
