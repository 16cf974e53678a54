import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/**
 * Writes the classes by which stores speak to their tables: migrates a throwaway SQLite file and reads it. Each module gets
 * its own tables in its own hidden package, so that none can reach another's. Run by the build: arguments are the folder of
 * migrations, the folder to write to, and one MODULE a table prefix.
 */
final class GenerateTables {

    private GenerateTables() {}

    public static void main(String[] arguments) throws Exception {
        Path migrations = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]);
        List<String> modules = List.of(arguments).subList(2, arguments.length);
        Path stamp = target.resolve("stamp");
        Path self = migrations.resolve("../../../build/GenerateTables.java");
        if (isCurrent(stamp, List.of(migrations, self))) {
            return;
        }
        deleteAll(target);
        ((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger("ROOT")).setLevel(ch.qos.logback.classic.Level.ERROR);
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        Path file = Files.createTempFile("lingqu-tables", ".db");
        try {
            String url = "jdbc:sqlite:" + file;
            Flyway.configure()
                    .dataSource(url, null, null)
                    .locations("filesystem:" + migrations.resolve("common"), "filesystem:" + migrations.resolve("sqlite"))
                    .placeholders(Map.of("id", "integer primary key autoincrement", "sorted", "collate binary"))
                    .load()
                    .migrate();
            for (String module : modules) {
                generate(url, module, target);
            }
            Files.writeString(stamp, String.join(" ", modules));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static boolean isCurrent(Path stamp, List<Path> sources) throws IOException {
        if (!Files.exists(stamp)) {
            return false;
        }
        var written = Files.getLastModifiedTime(stamp);
        for (Path source : sources) {
            try (Stream<Path> files = Files.walk(source)) {
                for (Path each : files.toList()) {
                    if (Files.getLastModifiedTime(each).compareTo(written) > 0) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Classes of tables that are no longer there must not stay. */
    private static void deleteAll(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private static void generate(String url, String module, Path target) throws Exception {
        String tables = "org.lingqu.database.";
        GenerationTool.generate(new Configuration()
                .withLogging(Logging.ERROR)
                .withJdbc(new Jdbc().withDriver("org.sqlite.JDBC").withUrl(url))
                .withGenerator(new Generator()
                        .withGenerate(new Generate()
                                .withDeprecated(false)
                                .withRecords(true)
                                .withPojos(false)
                                .withGlobalCatalogReferences(false)
                                .withGlobalSchemaReferences(false))
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.sqlite.SQLiteDatabase")
                                .withIncludes(module + "_.*")
                                .withOutputSchemaToDefault(true)
                                .withForcedTypes(
                                        new ForcedType()
                                                .withUserType("java.time.Instant")
                                                .withConverter(tables + "InstantConverter")
                                                .withIncludeExpression(".*\\..*_at"),
                                        new ForcedType()
                                                .withUserType("java.time.LocalDate")
                                                .withConverter(tables + "DayConverter")
                                                .withIncludeExpression(".*\\..*_on")
                                                .withIgnoreUnused(true),
                                        new ForcedType().withName("BIGINT").withIncludeExpression(".*\\.(id|seq)")))
                        .withTarget(new Target()
                                .withPackageName("org.lingqu." + module + ".store.db")
                                .withDirectory(target.toString()))));
    }
}
