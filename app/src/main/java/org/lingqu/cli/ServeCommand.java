package org.lingqu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.lingqu.account.Accounts;
import org.lingqu.account.Actor;
import org.lingqu.account.FirstPasswords;
import org.lingqu.account.Role;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lingqu serve}: the application for real use. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Serves the application until it is stopped; everything is kept in one folder.",
            "启动平台服务，所有数据保存在一个文件夹中。",
            "At the first start an administrator is made and the password printed once.",
            "With LINGQU_DB_URL=jdbc:postgresql:… tables are kept there instead of in a file.",
            "Staff need a second factor; LINGQU_SECOND_FACTOR=optional or everybody says otherwise.",
            "With LINGQU_MAIL_HOST (_PORT, _SECURITY=starttls|tls|none, _USER, _PASSWORD, _FROM) reminders go out by",
            "e-mail to staff who ask for it; LINGQU_ADDRESS=https://… is where links in them lead."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:stopped", "1:could not start", "2:wrong usage"},
        footer = {"", "Example:", "  ./lingqu serve --data data --listen 0.0.0.0 --port 8080"})
final class ServeCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "where everything is kept (default: data)",
            defaultValue = "data")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path data;

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            description = "127.0.0.1 for this machine only (default), 0.0.0.0 for the network",
            defaultValue = "127.0.0.1")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String listen;

    @Option(names = "--port", paramLabel = "PORT", description = "default: 8080", defaultValue = "8080")
    private int port;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    @SuppressWarnings("try") // the lock is held, not used
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (DataLock lock = DataLock.of(data)) {
            ConfigurableApplicationContext context = Server.start(data, listen, port, "staff");
            firstAdministrator(context, out);
            out.printf("灵渠已启动 Lingqu is ready: %s%n", Server.address(context, listen));
            out.flush();
            FasterStart.prepareInBackground();
            Server.waitUntilStopped(context);
            return 0;
        }
    }

    private static void firstAdministrator(ConfigurableApplicationContext context, PrintWriter out) {
        Accounts accounts = context.getBean(Accounts.class);
        if (!accounts.all().isEmpty()) {
            return;
        }
        String password = FirstPasswords.next();
        accounts.create(Actor.SYSTEM, "admin", "系统管理员", Role.ADMINISTRATOR.name(), null, password, true);
        out.printf("首次启动：账号 admin，初始密码 %s（只显示这一次，登录后须更改）%n", password);
        out.printf("First start: account admin, first password %s (shown this once, to be changed)%n", password);
    }
}
