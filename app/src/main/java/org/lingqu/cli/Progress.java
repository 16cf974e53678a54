package org.lingqu.cli;

import java.io.PrintWriter;

/** A line that is written over itself, on a terminal only; the starting script knows whether there is one. */
final class Progress {

    private static final long EVERY_NANOS = 200_000_000L;

    private final PrintWriter terminal;
    private final boolean shown;
    private long last;

    Progress(PrintWriter terminal) {
        this.terminal = terminal;
        this.shown = Boolean.getBoolean("lingqu.progress");
    }

    /** @param of how many there are in all, at least {@code done} */
    void show(String what, int done, int of) {
        long now = System.nanoTime();
        if (!shown || (now - last < EVERY_NANOS && done < of)) {
            return;
        }
        last = now;
        terminal.print("\r" + what + " " + done + "/" + of + (done < of ? "" : "\n"));
        terminal.flush();
    }
}
