package org.lingqu;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The application as tests start it: for real, on a free port of this machine. */
public final class Started {

    /** The policies, ladders, places and working days of the project; without them nothing can be decided. */
    public static final Map<String, Object> WITH_POLICIES = Map.of("lingqu.home", "..");

    private Started() {}

    /** On a data folder; closed by whoever started it. */
    public static ConfigurableApplicationContext on(Path data) {
        return on(data, Map.of());
    }

    /**
     * The same with settings.
     *
     * @param arguments settings that the application has a value for itself, {@code --name=value}
     */
    public static ConfigurableApplicationContext on(Path data, Map<String, ?> settings, String... arguments) {
        var application = new SpringApplication(LingquApplication.class);
        var all = new HashMap<String, Object>(settings);
        all.put("lingqu.data", data.toString());
        all.put("server.address", "127.0.0.1");
        all.put("server.port", 0);
        application.setDefaultProperties(all);
        return application.run(arguments);
    }

    /** Where it answers, without a slash at the end. */
    public static String address(ConfigurableApplicationContext server) {
        return "http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port");
    }
}
