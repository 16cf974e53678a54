package org.lingqu.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.Started;
import org.lingqu.account.Accounts;
import org.lingqu.account.Actor;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.library.web.Site;
import org.lingqu.policy.question.AnswerForm;
import org.lingqu.policy.question.Questions;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.Said;
import org.springframework.context.ConfigurableApplicationContext;

/** A server with a few policies of one condition each, an officer and a firm; for tests that run on both databases. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class FewPolicies {

    private static final String PASSWORD = "every number has a source";

    private ConfigurableApplicationContext server;
    protected Actor officer;
    protected Actor firm;

    /** Of the database; empty for SQLite. */
    protected abstract String url() throws IOException, SQLException;

    /** Writes the policies, with {@link #write}. */
    protected abstract void policies(Path folder) throws IOException;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, SQLException {
        Path policies = folder.resolve("policies");
        Files.createDirectories(policies.resolve("cn"));
        for (String file : List.of("facts.yaml", "cn/enterprise-size-2011.yaml")) {
            Files.copy(Path.of("../policies").resolve(file), policies.resolve(file));
        }
        policies(policies);
        server = Started.on(
                folder.resolve("data"), Map.of("lingqu.policies", policies.toString(), "lingqu.db.url", url()));
        Accounts accounts = bean(Accounts.class);
        accounts.create(Actor.SYSTEM, "officer", "李专员", "OFFICER", null, PASSWORD, false);
        accounts.create(Actor.SYSTEM, "firm", "甲公司", "ENTERPRISE", null, PASSWORD, false);
        officer = accounts.byLogin("officer").orElseThrow().actor();
        firm = accounts.byLogin("firm").orElseThrow().actor();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** A policy {@code cn/NAME} of one condition that brings an amount. */
    protected static void write(Path policies, String name, String condition, String amount) throws IOException {
        Files.writeString(policies.resolve("cn/" + name + "-2020.yaml"), """
                policy: cn/%1$s
                version: "2020"
                title: 示例政策%1$s
                english: sample
                document: 示〔2020〕1号
                issuers: [示例局]
                region: "000000"
                valid: {from: 2020-01-01}
                confidence: V2
                criteria:
                  - {id: rd, article: 一, says: 够, require: '%2$s'}
                benefits:
                  - {id: grant, article: 二, says: 奖励, amount: %3$s, per: once}
                examples:
                  cases:
                    - {name: 不知道, as-of: 2020-06-30, firm: {}, expect: unknown}
                """.formatted(name, condition, amount));
    }

    protected <T> T bean(Class<T> type) {
        return server.getBean(type);
    }

    protected Site signedIn(String login) {
        return new Site(Started.address(server)).signIn(login, PASSWORD);
    }

    protected String address() {
        return Started.address(server);
    }

    protected Enterprises enterprises() {
        return bean(Enterprises.class);
    }

    protected LocalDate today() {
        return enterprises().today();
    }

    protected int lastYear() {
        return today().getYear() - 1;
    }

    /** The field of last year's R&D expenditure. */
    protected String rd() {
        return "fact.研发费用." + lastYear();
    }

    /** A firm of which only the name is known. */
    protected Enterprise begun(String name) {
        return enterprises()
                .create(
                        officer,
                        Supplier.FIRM,
                        today(),
                        Said.of(name, null, Map.of(), Map.of(), Map.of(), Map.of()),
                        null);
    }

    /** The same, for which {@link #firm} acts. */
    protected Enterprise own(String name) {
        Enterprise enterprise = begun(name);
        enterprises().join(officer, enterprise.id(), firm.requirePerson());
        return enterprise;
    }

    protected Questions.Outcome answer(Actor by, Enterprise enterprise, Map<String, String> typed) {
        Enterprise now = enterprises().byId(by, enterprise.id()).orElseThrow();
        return bean(Questions.class)
                .answer(
                        by,
                        now,
                        now.rowVersion(),
                        Optional.of(Supplier.TAX),
                        today().toString(),
                        new AnswerForm(typed));
    }
}
