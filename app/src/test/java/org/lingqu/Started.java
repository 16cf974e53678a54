package org.lingqu;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lingqu.database.Database;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

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
        return on(data, settings, beans -> {}, arguments);
    }

    /**
     * The same with parts that a test puts in the place of others.
     *
     * @param parts adds them, {@link #database} among others
     */
    public static ConfigurableApplicationContext on(
            Path data, Map<String, ?> settings, Consumer<GenericApplicationContext> parts, String... arguments) {
        var application = new SpringApplication(LingquApplication.class);
        application.setAllowBeanDefinitionOverriding(true);
        application.addInitializers(context -> parts.accept((GenericApplicationContext) context));
        var all = new HashMap<String, Object>(settings);
        all.put("lingqu.data", data.toString());
        all.put("server.address", "127.0.0.1");
        all.put("server.port", 0);
        application.setDefaultProperties(all);
        return application.run(arguments);
    }

    /** The part that everything is kept by. */
    public static Consumer<GenericApplicationContext> database(Supplier<Database> database) {
        return beans -> beans.registerBean("database", Database.class, database);
    }

    /** Where it answers, without a slash at the end. */
    public static String address(ConfigurableApplicationContext server) {
        return "http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port");
    }
}
