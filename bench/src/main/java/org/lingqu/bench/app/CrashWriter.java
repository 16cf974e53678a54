package org.lingqu.bench.app;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Officers at work: so many writes a second until the application is gone. */
final class CrashWriter implements AutoCloseable {

    private static final int OFFICERS = 4;
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Officer officer;
    private final CrashLedger ledger;
    private final List<Long> statements;
    private final Random random;
    private final ExecutorService workers = Executors.newFixedThreadPool(OFFICERS);

    /** @param statements numbers of those that are reviewed over and over */
    CrashWriter(Officer officer, CrashLedger ledger, List<Long> statements, Random random) {
        this.officer = officer;
        this.ledger = ledger;
        this.statements = statements;
        this.random = random;
    }

    /** Sends one more write on its way; what comes of it goes into the ledger. */
    void write() {
        int kind = random.nextInt(100);
        long statement = statements.get(random.nextInt(statements.size()));
        List<Long> open = ledger.untaken();
        long order = open.isEmpty() ? 0 : open.get(random.nextInt(open.size()));
        workers.execute(() -> {
            try {
                if (kind < 30) {
                    review(statement, "confirm", false);
                } else if (kind < 55) {
                    review(statement, "reject", true);
                } else if (kind < 85) {
                    review(statement, "correct", true);
                } else if (kind < 90) {
                    review(statement, "withdraw", false);
                } else if (kind < 95 || order == 0) {
                    bring();
                } else {
                    take(order);
                }
            } catch (IOException e) {
                ledger.unconfirmed();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void review(long statement, String verb, boolean withNote) throws IOException, InterruptedException {
        String path = "/library/statements/" + statement;
        Optional<Map<String, String>> form = officer.form(path + "/correct", path + "/correct");
        if (form.isEmpty()) {
            ledger.refused();
            return;
        }
        var fields = new LinkedHashMap<>(form.get());
        String note = withNote ? "核对单 " + NUMBERS.incrementAndGet() : "";
        fields.put("note", note);
        if (verb.equals("correct")) {
            fields.put("value", Integer.toString(NUMBERS.incrementAndGet()));
        }
        HttpResponse<String> answer = officer.post(path + "/" + verb, fields);
        if (answer.statusCode() == 302) {
            ledger.reviewed(statement, note);
        } else {
            ledger.refused();
        }
    }

    private void bring() throws IOException, InterruptedException {
        int number = NUMBERS.incrementAndGet();
        String title = "灵渠市科技工作情况第" + number + "期";
        HttpResponse<String> answer = officer.post(
                "/library/import/text",
                Map.of("text", title + "\n2024年，灵渠市高新技术企业达到" + number + "家，同比增长12.5%。\n", "address", ""));
        String to = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() == 302 && to.contains("/library/import/")) {
            ledger.imported(Long.parseLong(to.replaceAll(".*/|\\?.*", "")), title);
        } else {
            ledger.refused();
        }
    }

    /** Says yes to what was looked at. */
    void take(long order) throws IOException, InterruptedException {
        if (officer.post("/library/import/" + order + "/take", Map.of()).statusCode() == 302) {
            ledger.taken(order);
        } else {
            ledger.refused();
        }
    }

    /** Waits for answers that are still on their way. */
    @Override
    public void close() {
        workers.close();
    }
}
