package org.lingqu.bench.app;

import java.io.IOException;
import java.time.LocalDate;
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

/** Figures of firms are typed; lists of firms are pasted, taken in and undone. */
final class CrashFirms implements CrashPart {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final int FIRMS = 3;
    private static final String LISTS = "/enterprises/import/";

    private final List<Long> enterprises;
    private final LocalDate day;
    private final Set<String> notes = ConcurrentHashMap.newKeySet();
    private final Set<Long> lists = ConcurrentHashMap.newKeySet();
    private final Set<Long> takes = ConcurrentHashMap.newKeySet();
    private final Set<Long> asked = ConcurrentHashMap.newKeySet();
    private final Set<Long> undos = ConcurrentHashMap.newKeySet();

    /**
     * @param enterprises numbers of those of which figures are typed
     * @param day of which everything speaks
     */
    CrashFirms(List<Long> enterprises, LocalDate day) {
        this.enterprises = List.copyOf(enterprises);
        this.day = day;
    }

    @Override
    public Write next(Random random) {
        int kind = random.nextInt(100);
        long enterprise = enterprises.get(random.nextInt(enterprises.size()));
        Optional<Long> looked = any(random, lists, takes);
        Optional<Long> taken = any(random, takes, undos);
        if (kind < 40) {
            return officers -> say(officers.first(), enterprise);
        }
        if (kind < 65 && looked.isPresent()) {
            return officers -> take(officers.first(), looked.get());
        }
        return kind < 80 && taken.isPresent()
                ? officers -> undo(officers.first(), taken.get())
                : officers -> paste(officers.first());
    }

    private static Optional<Long> any(Random random, Set<Long> all, Set<Long> without) {
        List<Long> open =
                all.stream().filter(each -> !without.contains(each)).sorted().toList();
        return open.isEmpty() ? Optional.empty() : Optional.of(open.get(random.nextInt(open.size())));
    }

    private boolean say(Officer officer, long enterprise) throws IOException, InterruptedException {
        String page = "/enterprises/" + enterprise;
        Optional<Map<String, String>> form = officer.form(page, page + "/values");
        if (form.isEmpty()) {
            return false;
        }
        int number = NUMBERS.incrementAndGet();
        String note = "台账第" + number + "行";
        var fields = new LinkedHashMap<>(form.get());
        fields.putAll(Map.of(
                "what",
                day.getYear() - 1 + "年研发费用（万元）",
                "value",
                Integer.toString(number),
                "source",
                "SCIENCE",
                "saidOn",
                day.toString(),
                "note",
                note));
        return officer.post(page + "/values", fields).statusCode() == 302 && notes.add(note);
    }

    private boolean paste(Officer officer) throws IOException, InterruptedException {
        int number = NUMBERS.incrementAndGet();
        var rows = new StringBuilder("企业名称\t2025年营业收入（万元）\n");
        for (int i = 0; i < FIRMS; i++) {
            rows.append("船闸")
                    .append(number)
                    .append("甲乙丙".charAt(i))
                    .append("公司\t")
                    .append(number)
                    .append('\n');
        }
        var answer = officer.post(
                LISTS + "paste", Map.of("rows", rows.toString(), "source", "SCIENCE", "saidOn", day.toString()));
        long list = CrashPart.number(answer.headers().firstValue("Location").orElse(""), LISTS);
        return answer.statusCode() == 302 && list >= 0 && lists.add(list);
    }

    private boolean take(Officer officer, long list) throws IOException, InterruptedException {
        return officer.post(LISTS + list + "/take", Map.of()).statusCode() == 302 && takes.add(list);
    }

    private boolean undo(Officer officer, long list) throws IOException, InterruptedException {
        asked.add(list); // it may be undone though nobody heard the yes
        return officer.post(LISTS + list + "/undo", Map.of()).statusCode() == 302 && undos.add(list);
    }

    @Override
    public int confirmed() {
        return notes.size() + lists.size() + takes.size() + undos.size();
    }

    @Override
    public void settle(Officers officers) throws IOException, InterruptedException {
        for (long list : lists) {
            if (!takes.contains(list)) {
                take(officers.first(), list);
            }
        }
    }

    @Override
    public void check(DSLContext in, Consumer<String> problem) {
        var there = new HashSet<>(in.fetch("select note from registry_entry where note is not null")
                .getValues(0, String.class));
        notes.stream()
                .filter(note -> !there.contains(note))
                .forEach(note -> problem.accept("the figure with the note " + note + " was confirmed and is not kept"));
        Map<Long, String> states = CrashPart.words(in, "select id, state from registry_import");
        for (long list : lists) {
            String state = states.getOrDefault(list, "gone");
            boolean right = undos.contains(list)
                    ? state.equals("UNDONE")
                    : state.equals("TAKEN")
                            || (asked.contains(list) && state.equals("UNDONE"))
                            || (!takes.contains(list) && state.equals("LOOKED"));
            if (!right) {
                problem.accept("list " + list + " was confirmed and is " + state);
            }
        }
        invariants(in, problem);
    }

    private static void invariants(DSLContext in, Consumer<String> problem) {
        CrashPart.none(
                in,
                problem,
                "a list is there in part",
                "select count(*) from registry_import i where i.title like '粘贴%' and (select count(*) from registry_entry e"
                        + " where e.import_id = i.id) <> case when i.state in ('TAKEN', 'UNDONE') then " + FIRMS
                        + " else 0 end");
        CrashPart.none(
                in,
                problem,
                "a list is undone in part",
                "select count(*) from registry_import i where (select count(*) from registry_entry e where e.import_id = i.id"
                        + " and (e.undone_at is not null) <> (i.state = 'UNDONE')) > 0");
        CrashPart.none(
                in,
                problem,
                "an enterprise is listed of which nothing counts, or is not listed of which something does",
                "select count(*) from registry_enterprise f where f.listed <> exists (select 1 from registry_entry e where"
                        + " e.enterprise_id = f.id and e.undone_at is null)");
        CrashPart.none(
                in,
                problem,
                "a typed figure has no audit entry, or an entry no figure",
                "select abs((select count(*) from registry_entry where note like '台账第%') - (select count(*) from"
                        + " audit_record where action = 'registry.say'))");
        CrashPart.none(
                in,
                problem,
                "an enterprise is there twice",
                "select count(*) from (select 1 from registry_enterprise where name like '船闸%' group by name having"
                        + " count(*) > 1)");
    }
}
