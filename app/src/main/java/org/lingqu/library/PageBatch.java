package org.lingqu.library;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Actor;
import org.lingqu.database.Outage;
import org.lingqu.engine.text.PageRefused;

/**
 * Pages on their way into the base, kept several at a time because a commit that survives a power cut costs as much for one as for
 * many. What cannot be kept does not take its neighbours with it. For one thread.
 */
public final class PageBatch {

    private static final int MOST = 64;
    private static final long MOST_BYTES = 16L << 20;

    private final Library library;
    private final Actor by;
    private final Visibilities visibility;
    private final @Nullable Long run;
    private final Outcome outcome;
    private final List<Waiting> waiting = new ArrayList<>();
    private long bytes;

    private record Waiting(int ordinal, Library.Arrival arrival) {}

    /** Who may see a page that is new. */
    public interface Visibilities {
        /** By the name of its file. */
        Visibility of(String name);
    }

    /** @param run the job that does it, null when none does */
    public PageBatch(Library library, Actor by, Visibilities visibility, @Nullable Long run, Outcome outcome) {
        this.library = library;
        this.by = by;
        this.visibility = visibility;
        this.run = run;
        this.outcome = outcome;
    }

    /** Adds a page; when enough wait they are kept. */
    public void add(int ordinal, Library.Arrival arrival) {
        if (!waiting.isEmpty() && visibility(waiting.getFirst().arrival()) != visibility(arrival)) {
            flush();
        }
        waiting.add(new Waiting(ordinal, arrival));
        bytes += arrival.source().bytes().length;
        if (waiting.size() >= MOST || bytes >= MOST_BYTES) {
            flush();
        }
    }

    /**
     * Keeps what waits; when this returns it survives a power cut.
     *
     * @throws RuntimeException at an {@link Outage}; what was not kept by then is neither kept nor refused
     */
    public void flush() {
        List<Waiting> now = List.copyOf(waiting);
        waiting.clear();
        bytes = 0;
        if (now.isEmpty()) {
            return;
        }
        try {
            keep(now);
        } catch (RuntimeException e) {
            stopAtOutage(e);
            if (now.size() == 1) {
                refuse(now.getFirst(), e);
            } else {
                now.forEach(this::keepAlone);
            }
        }
    }

    private void keepAlone(Waiting one) {
        try {
            keep(List.of(one));
        } catch (RuntimeException e) {
            stopAtOutage(e);
            refuse(one, e);
        }
    }

    /** A full disk or a lost database says nothing about a page: whoever brings the pages must come again with all of them. */
    private static void stopAtOutage(RuntimeException why) {
        if (Outage.of(why).isPresent()) {
            throw why;
        }
    }

    private void keep(List<Waiting> pages) {
        library.putAll(
                by,
                pages.stream().map(Waiting::arrival).toList(),
                visibility(pages.getFirst().arrival()),
                run,
                (in, index, kept) -> outcome.kept(pages.get(index).ordinal(), kept));
    }

    private void refuse(Waiting one, RuntimeException why) {
        outcome.refused(
                one.ordinal(),
                new PageRefused(
                        one.arrival().read().file(),
                        one.arrival().read().sha256(),
                        "NOT_KEPT",
                        "it was read but could not be kept: " + why.getClass().getSimpleName(),
                        "try again; if it persists, send this page to those who maintain Lingqu"));
    }

    private Visibility visibility(Library.Arrival arrival) {
        return visibility.of(arrival.read().file());
    }

    /** What became of each page. */
    public interface Outcome {
        /** It is kept, or was there already; called in the transaction that keeps it. */
        void kept(int ordinal, Library.Kept kept);

        /** It could not be kept. */
        void refused(int ordinal, PageRefused refused);
    }
}
