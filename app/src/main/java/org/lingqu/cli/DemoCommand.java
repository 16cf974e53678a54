package org.lingqu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lingqu demo}: the demonstration region in a browser. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Fills a data folder with the demonstration region, prints the address and the accounts, and serves until"
                    + " stopped.",
            "准备演示地区的数据，显示网址和演示账号，启动服务。"
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:stopped, or all answered with --once", "1:could not start", "2:wrong usage"},
        footer = {"", "Example:", "  ./lingqu demo", "  ./lingqu demo --data out/mine --port 9000"})
final class DemoCommand implements Callable<Integer> {

    private static final String HERE = "127.0.0.1";

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "where everything is kept (default: out/demo)",
            defaultValue = "out/demo")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path data;

    @Option(
            names = "--pages",
            paramLabel = "PATH",
            description = "pages to take in instead of those of the demonstration region; may be repeated")
    private List<Path> pages = List.of();

    @Option(
            names = "--enterprises",
            paramLabel = "COUNT",
            description = "how many made-up enterprises the region has (default: ${DEFAULT-VALUE}); 0 for none",
            defaultValue = "20000")
    private int enterprises;

    @Option(names = "--port", paramLabel = "PORT", description = "default: 8080; 0 for any", defaultValue = "8080")
    private int port;

    @Option(names = "--once", description = "fills, asks for the first page, and ends")
    private boolean once;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    @SuppressWarnings("try") // the lock is held, not used
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        List<Path> paths = pages.isEmpty() ? List.of(Home.demoPages()) : pages;
        ReadCommand.requireAllPresent(spec, paths);
        try (DataLock lock = DataLock.of(data)) {
            ConfigurableApplicationContext context = Server.start(data, HERE, port, "optional");
            try {
                var region = new DemoRegion(context, data);
                Map<String, String> passwords = region.accounts();
                region.pages(paths, new Progress(spec.commandLine().getErr()), out);
                region.policies(out);
                region.enterprises(enterprises, new Progress(spec.commandLine().getErr()), out);
                String address = Server.address(context, HERE);
                tell(out, address, passwords);
                if (once) {
                    return answers(address, out) ? 0 : 1;
                }
                FasterStart.prepareInBackground();
                Server.waitUntilStopped(context);
                return 0;
            } finally {
                context.close();
            }
        }
    }

    private static void tell(PrintWriter out, String address, Map<String, String> passwords) {
        out.printf("%n灵渠已启动，在浏览器中打开 Lingqu is ready, open in a browser: %s%n%n", address);
        out.println("演示账号 demo accounts:");
        DemoRegion.ACCOUNTS.forEach(account ->
                out.printf("  %-12s %s  %s%n", account.login(), passwords.get(account.login()), account.name()));
        out.printf("%n按 Ctrl-C 停止 stop with Ctrl-C%n");
        out.flush();
    }

    private static boolean answers(String address, PrintWriter out) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            HttpResponse<String> first = client.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
            boolean well =
                    first.statusCode() == 200 && first.body().contains("/library/pages/"); // a visitor begins there
            out.printf("首页 first page: %d%s%n", first.statusCode(), well ? "" : "，没有网页 no pages on it");
            return well;
        }
    }
}
