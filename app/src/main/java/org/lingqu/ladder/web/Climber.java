package org.lingqu.ladder.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.ladder.Ladder;
import org.lingqu.policy.CallRow;
import org.lingqu.registry.FirmFile;
import org.lingqu.registry.TitleSpan;

/**
 * An enterprise of a 培育库.
 *
 * @param call what the policy of the rung says of it
 * @param now the highest title of the ladder that it holds; empty while it holds none
 */
public record Climber(CallRow call, Optional<String> now) {

    static Climber of(CallRow call, Ladder ladder, @Nullable FirmFile file, LocalDate today) {
        return new Climber(
                call,
                file == null
                        ? Optional.empty()
                        : ladder.titles().reversed().stream()
                                .filter(title -> holds(file.titles().get(title), today))
                                .findFirst());
    }

    private static boolean holds(@Nullable List<TitleSpan> spans, LocalDate day) {
        return spans != null && spans.stream().anyMatch(span -> span.contains(day));
    }

    /** Whether it meets everything already. */
    public boolean isReady() {
        return call.isMet();
    }
}
