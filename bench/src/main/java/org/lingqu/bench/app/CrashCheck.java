package org.lingqu.bench.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.lingqu.audit.AuditLog;
import org.lingqu.audit.AuditVerdict;
import org.lingqu.database.Database;
import org.lingqu.database.Databases;
import org.lingqu.library.Snapshots;

/** Holds a data folder against the ledger, and against itself. The application must not be running. */
final class CrashCheck {

    private final Path data;
    private final CrashLedger ledger;
    private final List<String> problems = new ArrayList<>();

    CrashCheck(Path data, CrashLedger ledger) {
        this.data = data;
        this.ledger = ledger;
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
                reviews(in);
                imports(in);
                pages(in);
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

    private void reviews(DSLContext in) {
        Map<Long, Integer> kept = new HashMap<>();
        in.fetch("select statement_id, count(*) from library_review group by statement_id")
                .forEach(row -> kept.put(row.get(0, Long.class), row.get(1, Integer.class)));
        ledger.reviews().forEach((statement, count) -> {
            if (kept.getOrDefault(statement, 0) < count) {
                problems.add("statement " + statement + ": " + count + " reviews confirmed, "
                        + kept.getOrDefault(statement, 0) + " kept");
            }
        });
        var notes = new HashSet<>(in.fetch("select note from library_review where note is not null")
                .getValues(0, String.class));
        ledger.notes().stream()
                .filter(note -> !notes.contains(note))
                .forEach(note -> problems.add("the review with the note " + note + " was confirmed and is not kept"));
        none(
                in,
                "a review has no audit entry, or an entry no review",
                "select abs((select count(*) from library_review) - (select count(*) from audit_record where action in "
                        + "('library.confirm', 'library.correct', 'library.reject', 'library.withdraw')))");
        none(
                in,
                "a statement has two reviews that count",
                "select count(*) from (select 1 from library_review where replaced_by is null group by statement_id"
                        + " having count(*) > 1)");
    }

    private void imports(DSLContext in) {
        Map<Long, String> states = new HashMap<>();
        in.fetch("select id, state from library_import")
                .forEach(row -> states.put(row.get(0, Long.class), row.get(1, String.class)));
        Map<String, Integer> titles = new HashMap<>();
        in.fetch("select v.title, count(*) from library_version v group by v.title")
                .forEach(row -> titles.put(row.get(0, String.class), row.get(1, Integer.class)));
        ledger.imports().forEach((order, title) -> {
            String state = states.getOrDefault(order, "gone");
            boolean taken = ledger.takes().contains(order);
            if (!state.equals("TAKEN") && (taken || !state.equals("LOOKED"))) {
                problems.add("import " + order + " was confirmed and is " + state);
            }
            int pages = titles.getOrDefault(title, 0);
            if (pages > 1 || (taken && pages != 1)) {
                problems.add("the page of import " + order + " is there " + pages + " times");
            }
        });
    }

    private void pages(DSLContext in) {
        none(in, "a page has no version", "select count(*) from library_page where latest_version_id is null");
        none(
                in,
                "a page has no audit entry",
                "select count(*) from library_version v where not exists (select 1 from audit_record a where "
                        + "a.subject_kind = 'page' and a.subject = cast(v.page_id as varchar(20)))");
        none(
                in,
                "an import is said to be taken and is not",
                "select count(*) from library_import_item i join library_import o on o.id = i.import_id where o.state"
                        + " = 'TAKEN' and i.outcome in ('NEW', 'CHANGED') and not i.left_out and i.page_id is null");
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
        long count = ((Number) Objects.requireNonNull(in.fetchValue(query), "a count")).longValue();
        if (count != 0) {
            problems.add(problem + " (" + count + ")");
        }
    }
}
