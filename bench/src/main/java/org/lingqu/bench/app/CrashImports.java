package org.lingqu.bench.app;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jooq.DSLContext;

/** Pages are brought, looked at and taken in. */
final class CrashImports implements CrashPart {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    /** Title of the one page of each import. */
    private final Map<Long, String> imports = new ConcurrentHashMap<>();

    private final Set<Long> takes = ConcurrentHashMap.newKeySet();

    @Override
    public Write next(Random random) {
        List<Long> open = untaken();
        if (open.isEmpty() || random.nextBoolean()) {
            return officers -> bring(officers.first());
        }
        long order = open.get(random.nextInt(open.size()));
        return officers -> take(officers.first(), order);
    }

    private List<Long> untaken() {
        var open = new ArrayList<>(imports.keySet());
        open.removeAll(takes);
        return open;
    }

    private boolean bring(Officer officer) throws IOException, InterruptedException {
        int number = NUMBERS.incrementAndGet();
        String title = "灵渠市科技工作情况第" + number + "期";
        HttpResponse<String> answer = officer.post(
                "/library/import/text",
                Map.of("text", title + "\n2024年，灵渠市高新技术企业达到" + number + "家，同比增长12.5%。\n", "address", ""));
        long order = CrashPart.number(answer.headers().firstValue("Location").orElse(""), "/library/import/");
        if (answer.statusCode() != 302 || order < 0) {
            return false;
        }
        imports.put(order, title);
        return true;
    }

    private boolean take(Officer officer, long order) throws IOException, InterruptedException {
        return officer.post("/library/import/" + order + "/take", Map.of()).statusCode() == 302 && takes.add(order);
    }

    @Override
    public int confirmed() {
        return imports.size() + takes.size();
    }

    @Override
    public void settle(Officers officers) throws IOException, InterruptedException {
        for (long order : untaken()) {
            take(officers.first(), order);
        }
    }

    @Override
    public void check(DSLContext in, Consumer<String> problem) {
        Map<Long, String> states = CrashPart.words(in, "select id, state from library_import");
        Map<String, Integer> titles = new HashMap<>();
        in.fetch("select v.title, count(*) from library_version v group by v.title")
                .forEach(row -> titles.put(row.get(0, String.class), row.get(1, Integer.class)));
        imports.forEach((order, title) -> {
            String state = states.getOrDefault(order, "gone");
            boolean taken = takes.contains(order);
            if (!state.equals("TAKEN") && (taken || !state.equals("LOOKED"))) {
                problem.accept("import " + order + " was confirmed and is " + state);
            }
            int pages = titles.getOrDefault(title, 0);
            if (pages > 1 || (taken && pages != 1)) {
                problem.accept("the page of import " + order + " is there " + pages + " times");
            }
        });
        CrashPart.none(
                in,
                problem,
                "a page has no version",
                "select count(*) from library_page where latest_version_id is null");
        CrashPart.none(
                in,
                problem,
                "a page has no audit entry",
                "select count(*) from library_version v where not exists (select 1 from audit_record a where "
                        + "a.subject_kind = 'page' and a.subject = cast(v.page_id as varchar(20)))");
        CrashPart.none(
                in,
                problem,
                "an import is said to be taken and is not",
                "select count(*) from library_import_item i join library_import o on o.id = i.import_id where o.state"
                        + " = 'TAKEN' and i.outcome in ('NEW', 'CHANGED') and not i.left_out and i.page_id is null");
    }
}
