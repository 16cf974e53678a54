package org.lingqu.bench.app;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jooq.DSLContext;

/** Statements are confirmed, rejected, corrected and taken back over and over. */
final class CrashReviews implements CrashPart {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final List<Long> statements;
    private final Map<Long, Integer> reviews = new ConcurrentHashMap<>();
    private final Set<String> notes = ConcurrentHashMap.newKeySet();

    /** @param statements numbers of those that are reviewed */
    CrashReviews(List<Long> statements) {
        this.statements = List.copyOf(statements);
    }

    @Override
    public Write next(Random random) {
        long statement = statements.get(random.nextInt(statements.size()));
        int kind = random.nextInt(100);
        if (kind < 30) {
            return officers -> review(officers.first(), statement, "confirm", false);
        }
        if (kind < 60) {
            return officers -> review(officers.first(), statement, "reject", true);
        }
        return kind < 94
                ? officers -> review(officers.first(), statement, "correct", true)
                : officers -> review(officers.first(), statement, "withdraw", false);
    }

    private boolean review(Officer officer, long statement, String verb, boolean withNote)
            throws IOException, InterruptedException {
        String path = "/library/statements/" + statement;
        Optional<Map<String, String>> form = officer.form(path + "/correct", path + "/correct");
        if (form.isEmpty()) {
            return false;
        }
        var fields = new LinkedHashMap<>(form.get());
        String note = withNote ? "核对单 " + NUMBERS.incrementAndGet() : "";
        fields.put("note", note);
        if (verb.equals("correct")) {
            fields.put("value", Integer.toString(NUMBERS.incrementAndGet()));
        }
        HttpResponse<String> answer = officer.post(path + "/" + verb, fields);
        if (answer.statusCode() != 302) {
            return false;
        }
        reviews.merge(statement, 1, Integer::sum);
        if (withNote) {
            notes.add(note);
        }
        return true;
    }

    @Override
    public int confirmed() {
        return reviews.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public void check(DSLContext in, Consumer<String> problem) {
        Map<Long, Integer> kept = new HashMap<>();
        in.fetch("select statement_id, count(*) from library_review group by statement_id")
                .forEach(row -> kept.put(row.get(0, Long.class), row.get(1, Integer.class)));
        reviews.forEach((statement, count) -> {
            if (kept.getOrDefault(statement, 0) < count) {
                problem.accept("statement " + statement + ": " + count + " reviews confirmed, "
                        + kept.getOrDefault(statement, 0) + " kept");
            }
        });
        var there = new HashSet<>(in.fetch("select note from library_review where note is not null")
                .getValues(0, String.class));
        notes.stream()
                .filter(note -> !there.contains(note))
                .forEach(note -> problem.accept("the review with the note " + note + " was confirmed and is not kept"));
        CrashPart.none(
                in,
                problem,
                "a review has no audit entry, or an entry no review",
                "select abs((select count(*) from library_review) - (select count(*) from audit_record where action in "
                        + "('library.confirm', 'library.correct', 'library.reject', 'library.withdraw')))");
        CrashPart.none(
                in,
                problem,
                "a statement has two reviews that count",
                "select count(*) from (select 1 from library_review where replaced_by is null group by statement_id"
                        + " having count(*) > 1)");
    }
}
