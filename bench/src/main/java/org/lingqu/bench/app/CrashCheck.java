package org.lingqu.bench.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.lingqu.audit.AuditLog;
import org.lingqu.audit.AuditVerdict;
import org.lingqu.database.Database;
import org.lingqu.database.Databases;
import org.lingqu.library.Snapshots;

/** Holds a data folder against what was confirmed, and against itself. The application must not be running. */
final class CrashCheck {

    private final Path data;
    private final Collection<CrashPart> parts;
    private final List<String> problems = new ArrayList<>();

    CrashCheck(Path data, Collection<CrashPart> parts) {
        this.data = data;
        this.parts = parts;
    }

    /** Everything that is not as it must be. */
    List<String> problems() {
        try (Database database = Databases.open(data, null)) {
            AuditVerdict verdict = new AuditLog(database, Clock.systemUTC()).verify(read -> {});
            if (!(verdict instanceof AuditVerdict.Intact)) {
                problems.add("audit record: " + verdict);
            }
            database.read(in -> {
                tables(in);
                parts.forEach(part -> part.check(in, problems::add));
                snapshots(in);
                return true;
            });
        }
        return List.copyOf(problems);
    }

    private void tables(DSLContext in) {
        String integrity = String.valueOf(in.fetchValue("pragma integrity_check"));
        if (!integrity.equals("ok")) {
            problems.add("integrity_check: " + integrity);
        }
        none(in, "a reference leads nowhere", "select count(*) from pragma_foreign_key_check");
        none(in, "a job is not over", "select count(*) from job_run where state in ('WAITING', 'RUNNING')");
        none(in, "a job failed", "select count(*) from job_run where state = 'FAILED'");
    }

    private void snapshots(DSLContext in) {
        var snapshots = new Snapshots(data.resolve("snapshots"));
        for (String sha256 : in.fetch("select sha256 from library_snapshot").getValues(0, String.class)) {
            try {
                snapshots.read(sha256);
            } catch (IllegalStateException e) {
                problems.add(e.getMessage());
            }
        }
    }

    private void none(DSLContext in, String problem, String query) {
        CrashPart.none(in, problems::add, problem, query);
    }
}
