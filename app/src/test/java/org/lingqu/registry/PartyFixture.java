package org.lingqu.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.LingquApplication;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.database.Database;
import org.lingqu.database.Databases;
import org.lingqu.database.FailingSource;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.job.Jobs;
import org.lingqu.registry.store.PartyRows;
import org.lingqu.registry.store.RelationRows;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A server with parties whose database can be made to fail; for tests that run on both databases. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PartyFixture {

    static final Actor OFFICER = new Actor(7L, "李专员", Role.OFFICER);
    static final Actor FIRM = new Actor(8L, "甲公司", Role.ENTERPRISE);
    static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    final FailingSource source = new FailingSource();
    final AtomicInteger names = new AtomicInteger();
    Path data;
    ConfigurableApplicationContext application;
    /** Sees the tables by connections that never fail. */
    Database plain;

    abstract String url() throws IOException, SQLException;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, SQLException {
        String url = url();
        data = Files.createDirectories(folder.resolve("data"));
        application = new SpringApplicationBuilder(LingquApplication.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("database", Database.class, () -> Databases.open(data, url, source::over)))
                .run(
                        "--spring.main.allow-bean-definition-overriding=true",
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--logging.level.org.lingqu=OFF",
                        "--lingqu.home=..",
                        "--lingqu.data=" + data);
        plain = Databases.open(data, url);
    }

    @AfterAll
    void stop() {
        application.close();
        plain.close();
    }

    Parties parties() {
        return application.getBean(Parties.class);
    }

    Relations relations() {
        return application.getBean(Relations.class);
    }

    FirmLists lists() {
        return application.getBean(FirmLists.class);
    }

    String fresh(String what) {
        return what + names.incrementAndGet() + "号";
    }

    static Said said(@Nullable String name, Map<String, String> codes) {
        var values = new java.util.TreeMap<FactYear, FactValue>();
        codes.forEach((fact, code) -> values.put(
                FactYear.of(fact),
                fact.endsWith("日期") || fact.endsWith("至")
                        ? new FactValue.Day(LocalDate.parse(code))
                        : new FactValue.Code(code)));
        return Said.of(name, null, values, Map.of(), Map.of(), Map.of());
    }

    Party begun(PartyKind kind, String name) {
        return done(parties().create(OFFICER, kind, Supplier.SCIENCE, MARCH, said(name, Map.of()), null, false));
    }

    static Party done(Parties.Outcome outcome) {
        assertThat(outcome).isInstanceOf(Parties.Outcome.Done.class);
        return ((Parties.Outcome.Done) outcome).party();
    }

    Enterprise firm(String name) {
        return application
                .getBean(Enterprises.class)
                .create(
                        OFFICER,
                        Supplier.SCIENCE,
                        MARCH,
                        Said.of(name, null, Map.of(), Map.of(), Map.of(), Map.of()),
                        null);
    }

    RelationColumn column(PartyKind kind, String name) {
        return application.getBean(PartyKinds.class).of(kind).relation(name).orElseThrow();
    }

    static PartyFilter named(PartyKind kind, String words) {
        return new PartyFilter(kind, words, "", "", PartyFilter.Standing.ALL, MARCH, false);
    }

    List<Party> listed(PartyKind kind, String words) {
        return parties().find(OFFICER, named(kind, words), PartyOrder.NAME, 0, 100);
    }

    FirmListImport looked(PartyKind kind, String rows) throws IOException {
        FirmListImport list = lists().send(
                        OFFICER,
                        kind,
                        "名单.csv",
                        new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)),
                        "",
                        Supplier.SCIENCE,
                        MARCH);
        return await(list, ListState.LOOKED);
    }

    FirmListImport await(FirmListImport list, ListState state) {
        Jobs jobs = application.getBean(Jobs.class);
        Awaitility.await(state.name()).atMost(Duration.ofMinutes(1)).until(() -> {
            FirmListImport now = lists().byId(list.id()).orElseThrow();
            return now.state() == state
                    && jobs.byId(Objects.requireNonNull(now.run()))
                            .orElseThrow()
                            .state()
                            .isOver();
        });
        return lists().byId(list.id()).orElseThrow();
    }

    FirmListImport taken(FirmListImport list) {
        assertThat(lists().take(OFFICER, list)).isTrue();
        return await(list, ListState.TAKEN);
    }

    void undone(FirmListImport list) {
        assertThat(lists().undo(OFFICER, list)).isTrue();
        await(list, ListState.UNDONE);
    }

    List<String> codes(FirmListImport list) {
        return lists().rows(list, null, true, 0, 100).stream()
                .flatMap(row -> row.problems().stream())
                .map(problem -> problem.cell() + " " + problem.code())
                .toList();
    }

    /** Everything that lists and relations say. */
    List<String> told() {
        return plain.read(in -> {
            var told = new ArrayList<String>();
            for (PartyKind kind : PartyKind.values()) {
                for (Party each :
                        PartyRows.find(in, PartyFilter.all(kind, MARCH), PartyOrder.NAME, List.of(), 0, 10_000)) {
                    told.add(kind + " " + each.name() + " " + each.level() + " " + each.regionCode() + " "
                            + each.begins() + " " + each.ends() + " " + each.valuesHeld());
                    for (Relation relation : RelationRows.ofParties(in, List.of(each.id()))) {
                        told.add("  " + relation.role() + " " + relation.from() + relation.to() + relation.title()
                                + relation.span());
                    }
                }
            }
            return told;
        });
    }
}
