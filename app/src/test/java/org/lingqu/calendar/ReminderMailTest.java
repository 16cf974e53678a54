package org.lingqu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.Started;
import org.lingqu.account.Accounts;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.audit.AuditLog;
import org.lingqu.database.Database;
import org.lingqu.database.TestDatabases;
import org.springframework.context.ConfigurableApplicationContext;

/** Reminders go out by e-mail to those who asked for it, each once, whatever the server does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReminderMailTest {

    static final class OnSqliteTest extends ReminderMailTest {
        @Override
        String url() {
            return "";
        }
    }

    static final class OnPostgresTest extends ReminderMailTest {
        @Override
        String url() throws IOException, SQLException {
            return TestDatabases.fresh();
        }
    }

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final AtomicInteger people = new AtomicInteger();
    private final List<Actor> asked = new ArrayList<>();
    private ConfigurableApplicationContext application;

    abstract String url() throws IOException, SQLException;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, SQLException {
        server.start();
        var settings = new HashMap<String, Object>(Started.WITH_POLICIES);
        settings.putAll(Map.of(
                "lingqu.db.url", url(),
                "lingqu.mail.host", "127.0.0.1",
                "lingqu.mail.port", server.getSmtp().getPort(),
                "lingqu.mail.security", "none",
                "lingqu.mail.from", "lingqu@kjj.example.cn",
                "lingqu.address", "https://lingqu.example.cn/"));
        application = Started.on(folder, settings);
    }

    @AfterAll
    void stop() {
        application.close();
        server.stop();
    }

    private Actor person(Role role) {
        String login = "person" + people.incrementAndGet();
        Accounts accounts = application.getBean(Accounts.class);
        assertThat(accounts.create(Actor.SYSTEM, login, "某人", role.name(), null, "lq-Canal-214-bc-36", false))
                .isEmpty();
        return accounts.byLogin(login).orElseThrow().actor();
    }

    /** Who asked in one test gets nothing in the next. */
    @AfterEach
    void nobodyWantsAny() {
        asked.forEach(person -> mail().ask(person, ""));
        asked.clear();
    }

    private void ask(Actor person, String address) {
        asked.add(person);
        assertThat(mail().ask(person, address)).isTrue();
    }

    private ReminderMail mail() {
        return application.getBean(ReminderMail.class);
    }

    private ReminderMail mail(Mailer by) {
        return new ReminderMail(
                application.getBean(Database.class),
                application.getBean(Accounts.class),
                application.getBean(AuditLog.class),
                application.getBean(WorkingDays.class),
                by,
                Clock.systemUTC(),
                "");
    }

    private List<MimeMessage> to(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> {
                    try {
                        return message.getAllRecipients()[0].toString().equals(address);
                    } catch (MessagingException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }

    /** A day with reminders: 科技型中小企业 opens on 1 June. */
    private LocalDate withReminders() {
        LocalDate day = LocalDate.of(2027, 5, 25);
        application.getBean(Reminders.class).make(day);
        return day;
    }

    @Test
    void eachGoesOutOnceInOneLetter() throws Exception {
        LocalDate today = withReminders();
        Actor officer = person(Role.OFFICER);
        int open = application.getBean(Reminders.class).of(officer).size();
        assertThat(open).isPositive();
        ask(officer, " officer@kjj.example.cn ");

        assertThat(mail().send(today)).isEqualTo(1);
        assertThat(mail().send(today)).isZero();

        assertThat(to("officer@kjj.example.cn")).singleElement().satisfies(message -> {
            assertThat(message.getSubject()).startsWith("灵渠提醒：" + open + " 项临近");
            assertThat((String) message.getContent()).contains("https://lingqu.example.cn/policies/", "还有", "请勿回复");
        });
        assertThat(mail().states(officer)).isEqualTo(Map.of(MailState.SENT, open));
    }

    @Test
    void whoWantsNoneAnyMoreAndWhoIsNoStaffGetsNone() {
        LocalDate today = withReminders();
        Actor gone = person(Role.DEPARTMENT);
        ask(gone, "gone@kjj.example.cn");
        mail().ask(gone, "");
        Actor firm = person(Role.ENTERPRISE);
        ask(firm, "firm@kjj.example.cn");
        mail().send(today);

        assertThat(to("gone@kjj.example.cn")).isEmpty();
        assertThat(to("firm@kjj.example.cn")).isEmpty();
        assertThat(mail().address(gone)).isEmpty();
    }

    @Test
    void whatIsNoAddressIsRefused() {
        Actor officer = person(Role.OFFICER);
        for (String typed : List.of(
                "officer",
                "a@b",
                "a@b.cn,c@d.cn",
                "李 <a@b.cn>",
                "a@b.cn\r\nBcc: c@d.cn",
                "@b.cn",
                "a".repeat(260) + "@b.cn")) {
            assertThat(mail().ask(officer, typed)).as(typed).isFalse();
        }
        assertThat(mail().address(officer)).isEmpty();
    }

    @Test
    void whatAServerRefusedIsTriedAgainButNotForEver() throws Exception {
        LocalDate today = withReminders();
        Actor officer = person(Role.OFFICER);
        ask(officer, "refused@kjj.example.cn");
        try (var refusing = new Scripted(false)) {
            for (int i = 0; i < 7; i++) {
                assertThat(mail(refusing.mailer()).send(today)).isZero();
            }
            assertThat(refusing.letters()).isEqualTo(5);
        }
        assertThat(mail().states(officer)).containsOnlyKeys(MailState.REFUSED);
        mail().send(today);
        assertThat(to("refused@kjj.example.cn")).isEmpty();
    }

    @Test
    void aLetterThatIsRefusedOnceArrivesOnce() throws Exception {
        LocalDate today = withReminders();
        ask(person(Role.OFFICER), "late@kjj.example.cn");
        try (var refusing = new Scripted(false)) {
            mail(refusing.mailer()).send(today);
        }
        mail().send(today);
        mail().send(today);
        assertThat(to("late@kjj.example.cn")).hasSize(1);
    }

    @Test
    void aLetterOfWhichNobodyKnowsIsNotSentAgain() throws Exception {
        LocalDate today = withReminders();
        Actor officer = person(Role.OFFICER);
        ask(officer, "unknown@kjj.example.cn");
        try (var vanishing = new Scripted(true)) {
            assertThat(mail(vanishing.mailer()).send(today)).isZero();
            assertThat(mail(vanishing.mailer()).send(today)).isZero();
            assertThat(vanishing.letters()).isEqualTo(1);
        }
        mail().send(today);
        assertThat(to("unknown@kjj.example.cn")).isEmpty();
        assertThat(mail().states(officer)).containsOnlyKeys(MailState.SENDING);
    }

    @Test
    void settingsThatCannotBeRightAreSaid() {
        assertThatThrownBy(() -> new SmtpMailer("h", 25, "ssl", "", "", "a@b.cn", Clock.systemUTC()))
                .hasMessageContaining("LINGQU_MAIL_SECURITY");
        assertThatThrownBy(() -> new SmtpMailer("h", 25, "none", "", "", "", Clock.systemUTC()))
                .hasMessageContaining("LINGQU_MAIL_FROM");
        assertThat(new SmtpMailer("", 25, "none", "", "", "", Clock.systemUTC()).isThere())
                .isFalse();
    }

    /** A server that refuses each letter, or is gone once it has read it. */
    private static final class Scripted implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        private final boolean vanishes;
        private final AtomicInteger letters = new AtomicInteger();

        Scripted(boolean vanishes) throws IOException {
            this.vanishes = vanishes;
            Thread.ofPlatform().daemon().start(this::serve);
        }

        Mailer mailer() {
            return new SmtpMailer(
                    "127.0.0.1", socket.getLocalPort(), "none", "", "", "lingqu@kjj.example.cn", Clock.systemUTC());
        }

        int letters() {
            return letters.get();
        }

        private void serve() {
            while (!socket.isClosed()) {
                try (Socket one = socket.accept()) {
                    talk(one);
                } catch (IOException e) {
                    // the next one may come
                }
            }
        }

        private void talk(Socket one) throws IOException {
            var in = new BufferedReader(new InputStreamReader(one.getInputStream(), StandardCharsets.US_ASCII));
            say(one, "220 here");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals("DATA")) {
                    letters.incrementAndGet();
                    say(one, "354 go on");
                    while (!".".equals(in.readLine())) {
                        // the letter
                    }
                    if (vanishes) {
                        return;
                    }
                    say(one, "554 no");
                } else {
                    say(one, line.equals("QUIT") ? "221 bye" : "250 ok");
                }
            }
        }

        private static void say(Socket to, String line) throws IOException {
            to.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            to.getOutputStream().flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
