package org.lingqu.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.Started;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.database.Database;
import org.lingqu.database.TestDatabases;
import org.springframework.context.ConfigurableApplicationContext;

/** Nobody is reminded twice, whoever tries and however often. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RemindersTest {

    private static final Actor OFFICER = new Actor(7L, "李专员", Role.OFFICER);

    static final class OnSqliteTest extends RemindersTest {
        @Override
        String url() {
            return "";
        }
    }

    static final class OnPostgresTest extends RemindersTest {
        @Override
        String url() throws IOException, SQLException {
            return TestDatabases.fresh();
        }
    }

    private ConfigurableApplicationContext application;

    abstract String url() throws IOException, SQLException;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, SQLException {
        var settings = new HashMap<String, Object>(Started.WITH_POLICIES);
        settings.put("lingqu.db.url", url());
        application = Started.on(folder, settings);
    }

    @AfterAll
    void stop() {
        application.close();
    }

    private Reminders reminders() {
        return application.getBean(Reminders.class);
    }

    private int rows() {
        return application
                .getBean(Database.class)
                .read(in -> in.fetchCount(org.jooq.impl.DSL.table("calendar_reminder")));
    }

    @Test
    void everyThingIsRemindedOfOnceAStage() throws Exception {
        LocalDate day = MonthDay.of(6, 1).atYear(2027); // 科技型中小企业 opens on 1 June
        assertThat(application.getBean(Deadlines.class).between(day, day, true))
                .extracting(Deadline::kind, Deadline::subject)
                .contains(org.assertj.core.groups.Tuple.tuple(Deadline.Kind.OPENS, "cn/tech-sme@2026"));
        int made = rows(); // what other tests were reminded of today
        for (int ahead = 40; ahead >= 0; ahead--) {
            made += reminders().make(day.minusDays(ahead));
            assertThat(reminders().make(day.minusDays(ahead)))
                    .as("again, %d days ahead", ahead)
                    .isZero();
        }
        assertThat(rows()).isEqualTo(made);
        assertThat(stages(day)).containsExactly(30, 7, 3, 1);

        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            var tries = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 8; i++) {
                tries.add(() -> reminders().make(LocalDate.of(2027, 3, 25)));
            }
            int fresh = 0;
            for (Future<Integer> each : many.invokeAll(tries)) {
                fresh += each.get();
            }
            assertThat(rows()).isEqualTo(made + fresh);
        }
    }

    private List<Integer> stages(LocalDate day) {
        return application
                .getBean(Database.class)
                .read(in -> in.fetch(
                                "select stage from calendar_reminder where on_day = ? and subject = 'cn/tech-sme@2026' order by id",
                                day.toString())
                        .getValues(0, Integer.class));
    }

    @Test
    void whatAPageShowedIsPutAwayTogether() {
        LocalDate soon = application.getBean(Deadlines.class).today();
        reminders().make(soon);
        var other = new Actor(9L, "赵专员", Role.OFFICER);
        List<Reminder> open = reminders().of(other);
        reminders().seen(other, open.stream().map(Reminder::id).toList());
        assertThat(reminders().of(other)).isEmpty();
    }

    @Test
    void whatIsPutAwayStaysAway() {
        LocalDate today = application.getBean(Deadlines.class).today();
        reminders().make(today);
        List<Reminder> open = reminders().of(OFFICER);
        assertThat(open).allMatch(reminder -> !reminder.day().isBefore(today));
        open.forEach(reminder -> reminders().seen(OFFICER, reminder.id()));
        open.forEach(reminder -> reminders().seen(OFFICER, reminder.id()));
        reminders().make(today);
        assertThat(reminders().of(OFFICER)).isEmpty();
        assertThat(reminders().of(new Actor(8L, "王专员", Role.OFFICER))).hasSameSizeAs(open);
    }
}
