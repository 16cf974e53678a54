package org.lingqu.policy.inquiry;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lingqu.database.Beside;
import org.lingqu.database.Database;
import org.lingqu.policy.store.InquiryRows;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.EnterprisesChanged;
import org.lingqu.registry.Entry;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps with each inquiry whether the enterprise's file answers it, whenever files change. */
@Component
final class Settling {

    private static final int PART = 500;

    private final Database database;
    private final Beside beside;
    private final Enterprises enterprises;

    Settling(Database database, Beside beside, Enterprises enterprises) {
        this.database = database;
        this.beside = beside;
        this.enterprises = enterprises;
    }

    @EventListener
    void enterprisesChanged(EnterprisesChanged event) {
        settle(event.isAll() ? database.read(InquiryRows::enterprises) : event.enterprises());
    }

    /** What was said while nobody listened: a server that fell over between an answer and its inquiry. */
    @EventListener
    void begin(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext) {
            beside.note("which inquiries are answered", () -> settle(database.read(InquiryRows::enterprises)));
        }
    }

    private void settle(Collection<Long> ids) {
        List<Long> all = ids.stream().sorted().toList();
        for (int from = 0; from < all.size(); from += PART) {
            List<Long> part = all.subList(from, Math.min(all.size(), from + PART));
            List<Inquiry> standing = database.read(in -> InquiryRows.standing(in, part));
            if (!standing.isEmpty()) {
                settle(
                        standing,
                        enterprises.entries(standing.stream()
                                .map(Inquiry::enterprise)
                                .distinct()
                                .toList()));
            }
        }
    }

    private void settle(List<Inquiry> standing, Map<Long, List<Entry>> entries) {
        var other = new HashMap<Long, @Nullable Instant>();
        standing.forEach(each -> {
            Instant answered = each.answer(entries.getOrDefault(each.enterprise(), List.of()))
                    .orElse(null);
            if (!Objects.equals(each.answeredAt(), answered)) {
                other.put(each.id(), answered);
            }
        });
        if (!other.isEmpty()) {
            database.change(in -> other.forEach((id, answered) -> InquiryRows.settle(in, id, answered)));
        }
    }
}
