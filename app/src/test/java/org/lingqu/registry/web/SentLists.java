package org.lingqu.registry.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lingqu.TestServer;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.job.Jobs;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.EnterpriseFilter;
import org.lingqu.registry.EnterpriseOrder;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.FirmListImport;
import org.lingqu.registry.FirmLists;
import org.lingqu.registry.ListState;

/** A server to which an officer sends lists of enterprises. */
abstract class SentLists {

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    @BeforeAll
    static void accounts() {
        SERVER.account("officer", "李专员", Role.OFFICER);
        SERVER.account("firm", "甲公司", Role.ENTERPRISE);
    }

    static final Actor OFFICER = new Actor(1L, "李专员", Role.OFFICER);
    static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    static final List<String> HEADERS =
            List.of("企业名称", "统一社会信用代码", "2025年营业收入（万元）", "2025年研发费用（万元）", "2025年职工总数", "行业代码");

    static Enterprises enterprises() {
        return SERVER.bean(Enterprises.class);
    }

    static FirmLists lists() {
        return SERVER.bean(FirmLists.class);
    }

    static FirmListImport looked(String name, Supplier source, List<List<String>> rows)
            throws IOException, InterruptedException {
        FirmListImport list = lists().send(OFFICER, name, new ByteArrayInputStream(workbook(rows)), "", source, MARCH);
        return await(list, ListState.LOOKED);
    }

    static FirmListImport taken(FirmListImport list) throws InterruptedException {
        assertThat(lists().take(OFFICER, list)).isTrue();
        return over(await(list, ListState.TAKEN));
    }

    static void undone(FirmListImport list) throws InterruptedException {
        assertThat(lists().undo(OFFICER, list)).isTrue();
        over(await(list, ListState.UNDONE));
    }

    /** Once its job is over, what follows the transaction is done. */
    static FirmListImport over(FirmListImport list) throws InterruptedException {
        Jobs jobs = SERVER.bean(Jobs.class);
        while (!jobs.byId(Objects.requireNonNull(list.run()))
                .orElseThrow()
                .state()
                .isOver()) {
            Thread.sleep(5);
        }
        return list;
    }

    static FirmListImport await(FirmListImport list, ListState state) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            FirmListImport now = lists().byId(list.id()).orElseThrow();
            if (now.state() == state) {
                return now;
            }
            Thread.sleep(50);
        }
        throw new AssertionError(lists().byId(list.id()).orElseThrow() + " never was " + state);
    }

    static byte[] workbook(List<List<String>> rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("名单");
            for (int i = 0; i < HEADERS.size(); i++) {
                sheet.value(0, i, HEADERS.get(i));
            }
            for (int row = 0; row < rows.size(); row++) {
                for (int i = 0; i < rows.get(row).size(); i++) {
                    sheet.value(row + 1, i, rows.get(row).get(i));
                }
            }
        }
        return bytes.toByteArray();
    }

    static Enterprise named(String name) {
        return enterprises()
                .find(OFFICER, EnterpriseFilter.all(MARCH).named(name), EnterpriseOrder.NAME, 0, 10)
                .getFirst();
    }
}
