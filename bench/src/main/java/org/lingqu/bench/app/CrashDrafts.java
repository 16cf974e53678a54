package org.lingqu.bench.app;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jooq.DSLContext;

/** Policies are written, submitted, approved by a second person and published. */
final class CrashDrafts implements CrashPart {

    private static final String DRAFTS = "/policies/drafts";
    private static final List<String> STATES = List.of("EDITING", "SUBMITTED", "APPROVED", "PUBLISHED");
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Path files;
    /** How far each draft has been confirmed to be, from 0. */
    private final Map<Long, Integer> states = new ConcurrentHashMap<>();

    private final AtomicInteger confirmed = new AtomicInteger();

    /** @param files the folder into which policies are published */
    CrashDrafts(Path files) {
        this.files = files;
    }

    @Override
    public Write next(Random random) {
        List<Long> open = open();
        if (open.isEmpty() || random.nextInt(4) == 0) {
            return officers -> begin(officers.first());
        }
        long draft = open.get(random.nextInt(open.size()));
        return officers -> onward(officers, draft);
    }

    private List<Long> open() {
        var open = new ArrayList<Long>();
        states.forEach((draft, state) -> {
            if (state < STATES.size() - 1) {
                open.add(draft);
            }
        });
        open.sort(null);
        return open;
    }

    private boolean begin(Officer officer) throws IOException, InterruptedException {
        HttpResponse<String> answer = officer.post(DRAFTS, Map.of("from", ""));
        long draft = CrashPart.number(answer.headers().firstValue("Location").orElse(""), DRAFTS + "/");
        return answer.statusCode() == 302 && draft >= 0 && came(draft, 0);
    }

    /** The next step, whichever the page offers: the last one may have been done though nobody heard the yes. */
    private boolean onward(Officers officers, long draft) throws IOException, InterruptedException {
        String page = DRAFTS + "/" + draft;
        Optional<Map<String, String>> approve = officers.second().form(page, page + "/approve");
        if (approve.isPresent()) {
            return done(officers.second(), page + "/approve", approve.get()) && came(draft, 2);
        }
        Optional<Map<String, String>> publish = officers.second().form(page, page + "/publish");
        if (publish.isPresent()) {
            return done(officers.second(), page + "/publish", publish.get()) && came(draft, 3);
        }
        Optional<Map<String, String>> write = officers.first().form(page, page);
        if (write.isPresent()) {
            var fields = new LinkedHashMap<>(write.get());
            fields.put("text", text(NUMBERS.incrementAndGet()));
            fields.put("action", "submit");
            return done(officers.first(), page, fields) && came(draft, 1);
        }
        return false;
    }

    private static boolean done(Officer officer, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        return officer.post(path, fields).statusCode() == 302;
    }

    private boolean came(long draft, int state) {
        states.merge(draft, state, Math::max);
        confirmed.incrementAndGet();
        return true;
    }

    /** A policy that begins long after anybody has to wait for what it decides. */
    private static String text(int number) {
        return """
                policy: cn/lock-%1$d
                version: "2099"
                title: 船闸政策%1$d
                english: lock
                document: 示〔2099〕%1$d号
                issuers: [示例局]
                region: "000000"
                valid: {from: 2099-01-01}
                confidence: V2
                criteria:
                  - {id: rd, article: 一, says: 研发费用够, require: 研发费用.上年 >= %1$d * 万元}
                benefits:
                  - {id: grant, article: 二, says: 奖励, amount: 10 * 万元, per: once}
                examples:
                  cases:
                    - {name: 够, as-of: 2099-01-01, firm: {研发费用: {2098: %1$d万元}}, expect: met}
                """.formatted(number);
    }

    @Override
    public int confirmed() {
        return confirmed.get();
    }

    @Override
    public void check(DSLContext in, Consumer<String> problem) {
        Map<Long, String> there = CrashPart.words(in, "select id, state from policy_draft");
        states.forEach((draft, state) -> {
            if (STATES.indexOf(there.getOrDefault(draft, "gone")) < state) {
                problem.accept("draft " + draft + " was confirmed as " + STATES.get(state) + " and is "
                        + there.getOrDefault(draft, "gone"));
            }
        });
        CrashPart.none(
                in,
                problem,
                "a draft is published without its publication, or the other way round",
                "select abs((select count(*) from policy_draft where state = 'PUBLISHED') - (select count(*) from"
                        + " policy_publication))");
        CrashPart.none(
                in,
                problem,
                "a step has no audit entry, or an entry no step",
                "select abs((select count(*) from policy_step) - (select count(*) from audit_record where action in"
                        + " ('policy.draft-submit', 'policy.draft-approve', 'policy.publish')))");
        in.fetch("select path, text from policy_published_file").forEach(row -> {
            Path file = files.resolve(row.get(0, String.class));
            try {
                if (!Files.readString(file, StandardCharsets.UTF_8).equals(row.get(1, String.class))) {
                    problem.accept(file.getFileName() + " says something else than what was published");
                }
            } catch (IOException e) {
                problem.accept(file.getFileName() + " was published and cannot be read");
            }
        });
    }
}
