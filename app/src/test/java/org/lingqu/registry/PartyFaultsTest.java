package org.lingqu.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lingqu.audit.AuditLog;
import org.lingqu.audit.AuditVerdict;
import org.lingqu.database.Outage;
import org.lingqu.database.TestDatabases;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.registry.store.ListRows;

/** Whatever question to the database fails, a change of parties is made as a whole or not at all; on both databases. */
abstract class PartyFaultsTest extends PartyFixture {

    private static final int MOST_CALLS = 300;

    static final class OnSqliteTest extends PartyFaultsTest {
        @Override
        String url() {
            return "";
        }
    }

    static final class OnPostgresTest extends PartyFaultsTest {
        @Override
        String url() throws IOException, SQLException {
            return TestDatabases.fresh();
        }
    }

    /** Something that changes parties. */
    private interface Change {
        void make();
    }

    private FirmListImport toBeUndone(FirmListImport list) {
        plain.write(in -> ListRows.move(in, list.id(), List.of(ListState.TAKEN), ListState.UNDOING));
        return list;
    }

    /** Whatever call fails, all of it is done or nothing; asked for again it is done. */
    private void holdsWhateverFails(String what, List<String> before, List<String> after, Change change, Change back) {
        int failures = 0;
        for (int call = 1; call < MOST_CALLS; call++) {
            source.failAt(call);
            boolean thrown = false;
            try {
                change.make();
            } catch (RuntimeException e) {
                assertThat(Outage.of(e)).as("%s, call %d", what, call).contains(Outage.GONE);
                thrown = true;
            }
            boolean reached = source.hasFailed();
            source.heal();
            assertThat(told()).as("%s, call %d", what, call).isIn(before, after);
            assertThat(thrown && told().equals(after) && !before.equals(after))
                    .as("%s, call %d: told to have failed", what, call)
                    .isFalse();
            assertThat(new AuditLog(plain, Clock.systemUTC()).verify(read -> {}))
                    .isInstanceOf(AuditVerdict.Intact.class);
            if (thrown) {
                change.make();
                assertThat(told()).as("%s again, call %d", what, call).isEqualTo(after);
            }
            back.make();
            assertThat(told()).as("%s back, call %d", what, call).isEqualTo(before);
            failures += reached ? 1 : 0;
            if (!reached) {
                break;
            }
        }
        assertThat(failures).as(what).isGreaterThan(4);
    }

    @Test
    void aListIsTakenInAndUndoneAsAWholeWhateverQuestionFails() throws IOException {
        Enterprise host = firm(fresh("失败公司"));
        Party held = begun(PartyKind.PLATFORM, fresh("失败平台"));
        relations()
                .add(
                        OFFICER,
                        held,
                        column(PartyKind.PLATFORM, "依托单位"),
                        host.name(),
                        null,
                        null,
                        Supplier.SCIENCE,
                        MARCH);
        String rows = "平台名称,平台级别,依托单位,依托单位起\n" + held.name() + ",市级," + host.name() + ",2022-01-01\n" + fresh("失败平台")
                + ",国家级," + host.name() + ",\n";
        List<String> before = told();
        FirmListImport first = taken(looked(PartyKind.PLATFORM, rows));
        List<String> after = told();
        assertThat(after).isNotEqualTo(before);
        undone(first);
        assertThat(told()).isEqualTo(before);

        var now = new FirmListImport[1];
        TakeListJob job = application.getBean(TakeListJob.class);
        now[0] = looked(PartyKind.PLATFORM, rows);
        plain.write(in -> ListRows.move(in, now[0].id(), List.of(ListState.LOOKED), ListState.TAKING));
        holdsWhateverFails("take", before, after, () -> job.take(now[0], (done, all) -> {}), () -> {
            undone(now[0]);
            try {
                now[0] = looked(PartyKind.PLATFORM, rows);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            plain.write(in -> ListRows.move(in, now[0].id(), List.of(ListState.LOOKED), ListState.TAKING));
        });
        plain.write(in -> ListRows.move(in, now[0].id(), List.of(ListState.TAKING), ListState.LOOKED));

        now[0] = toBeUndone(taken(now[0]));
        UndoListJob undo = application.getBean(UndoListJob.class);
        holdsWhateverFails("undo", after, before, () -> undo.undo(now[0], OFFICER, (done, all) -> {}), () -> {
            try {
                now[0] = toBeUndone(taken(looked(PartyKind.PLATFORM, rows)));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void aChangeIsMadeAsAWholeWhateverQuestionFails() {
        Party party = begun(PartyKind.PARK, fresh("改错园区"));
        List<String> before = told();
        Change rise = () -> say(party.id(), said(null, Map.of("园区级别", "国家级")));
        Change fall = () -> say(
                party.id(),
                new Said(
                        null,
                        null,
                        new java.util.TreeMap<>(),
                        new java.util.TreeSet<>(List.of(FactYear.of("园区级别"))),
                        new java.util.TreeMap<>(),
                        new java.util.TreeMap<>(),
                        new java.util.TreeMap<>()));
        rise.make();
        List<String> after = told();
        fall.make();

        holdsWhateverFails("say", before, after, rise, fall);
        Change remove = () -> {
            Party now = parties().byId(OFFICER, party.id()).orElseThrow();
            done(parties().remove(OFFICER, now.id(), now.rowVersion(), "试"));
        };
        Change restore = () -> {
            Party now = parties().byId(OFFICER, party.id()).orElseThrow();
            done(parties().restore(OFFICER, now.id(), now.rowVersion()));
        };
        remove.make();
        List<String> without = told();
        restore.make();
        holdsWhateverFails("remove", before, without, remove, restore);
    }

    private void say(long id, Said said) {
        Party now = parties().byId(OFFICER, id).orElseThrow();
        done(parties().say(OFFICER, id, now.rowVersion(), Supplier.SCIENCE, MARCH, said, null, false));
    }
}
