package org.lingqu.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.lingqu.LingquApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** Starts the application, as a server or only for the length of a command. */
final class Server {

    private Server() {}

    /**
     * A server on an address; it answers when this returns.
     *
     * @param secondFactor who must have one unless {@code LINGQU_SECOND_FACTOR} says otherwise: optional, staff, everybody
     */
    static ConfigurableApplicationContext start(Path data, String listen, int port, String secondFactor) {
        return run(
                WebApplicationType.SERVLET,
                Map.of(
                        "lingqu.data",
                        data.toString(),
                        "server.address",
                        listen,
                        "server.port",
                        port,
                        "lingqu.second-factor",
                        secondFactor,
                        "lingqu.import.folders",
                        Home.demoPages().toString()));
    }

    /** Everything but the web, for a command that works on the data folder. */
    static ConfigurableApplicationContext withoutWeb(Path data) {
        return run(
                WebApplicationType.NONE,
                Map.of("lingqu.data", data.toString(), "spring.main.lazy-initialization", "true"));
    }

    private static ConfigurableApplicationContext run(WebApplicationType type, Map<String, Object> settings) {
        var application = new SpringApplication(LingquApplication.class);
        application.setWebApplicationType(type);
        application.setDefaultProperties(settings);
        return application.run();
    }

    /** Returns when somebody has stopped it. */
    static void waitUntilStopped(ConfigurableApplicationContext context) throws InterruptedException {
        var stopped = new CountDownLatch(1);
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> stopped.countDown());
        stopped.await();
    }

    /** The address to type into a browser. */
    static String address(ConfigurableApplicationContext context, String listen) {
        String port = context.getEnvironment().getProperty("local.server.port", "8080");
        return "http://" + (listen.equals("0.0.0.0") || listen.equals("::") ? "localhost" : listen) + ":" + port + "/";
    }
}
