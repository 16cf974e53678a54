package org.lingqu.engine.text.suspicion;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.PageRead;
import org.lingqu.engine.text.PageRefused;
import org.lingqu.engine.text.Reading;
import org.lingqu.engine.text.Warning;
import org.lingqu.engine.text.WarningCode;

/**
 * Tells of each page of a run which earlier one says nearly the same, and what differs: figures first, then the title and
 * the length. About a kilobyte is kept of each page; of the last {@value #MOST_PAGES}, so memory stays flat however long
 * the run. For one thread.
 */
public final class NearDuplicates {

    private static final int MOST_PAGES = 200_000;
    private static final int MOST_FIGURES_TOLD = 5;

    /** What is kept of a page. */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere, kept by the hundred thousand
    private record Page(String file, @Nullable String title, int length, int[] sketch, Figures figures) {}

    private final List<Page> pages = new ArrayList<>();
    private int next;
    /** Number of a page, from 1, by a hash of a part of its sketch; a collision forgets the older one there. */
    private int[] slots = new int[1 << 12];

    /** The reading, with a {@link WarningCode#SAME_AS} when an earlier page says nearly the same. */
    public Reading check(Reading reading) {
        return switch (reading) {
            case PageRead page -> check(page);
            case PageRefused refused -> refused;
        };
    }

    private PageRead check(PageRead read) {
        String text = read.article().text().toString();
        int[] sketch = Sketch.of(text);
        if (sketch.length == 0) {
            return read;
        }
        var page = new Page(read.file(), read.article().title(), text.length(), sketch, Figures.of(text));
        Page earlier = closest(sketch);
        remember(page);
        return earlier == null ? read : read.with(new Warning(WarningCode.SAME_AS, null, says(page, earlier)));
    }

    private @Nullable Page closest(int[] sketch) {
        Page best = null;
        int most = Fingerprint.LEAST_AGREEMENT - 1;
        for (int band = 0; band < Fingerprint.BANDS; band++) {
            int number = slots[slot(sketch, band)];
            if (number > 0) {
                Page candidate = pages.get(number - 1);
                int agreement = Sketch.agreement(sketch, candidate.sketch());
                if (agreement > most) {
                    most = agreement;
                    best = candidate;
                }
            }
        }
        return best;
    }

    private void remember(Page page) {
        if (pages.size() < MOST_PAGES) {
            pages.add(page);
            next = pages.size() - 1;
        } else {
            next = (next + 1) % MOST_PAGES;
            pages.set(next, page);
        }
        if (pages.size() * Fingerprint.BANDS * 4 > slots.length) {
            slots = new int[slots.length * 2];
            for (int i = 0; i < pages.size(); i++) {
                enter(pages.get(i).sketch(), i + 1);
            }
        } else {
            enter(page.sketch(), next + 1);
        }
    }

    /** An entry that is already there stays when it is of a page like this one: the first of several copies is named. */
    private void enter(int[] sketch, int number) {
        for (int band = 0; band < Fingerprint.BANDS; band++) {
            int slot = slot(sketch, band);
            boolean taken = slots[slot] > 0
                    && Sketch.agreement(sketch, pages.get(slots[slot] - 1).sketch()) >= Fingerprint.LEAST_AGREEMENT;
            if (!taken) {
                slots[slot] = number;
            }
        }
    }

    private int slot(int[] sketch, int band) {
        return (int) Fingerprint.band(sketch, band) & (slots.length - 1);
    }

    private static String says(Page page, Page earlier) {
        var differences = new ArrayList<String>();
        List<String> figures = page.figures().against(earlier.figures(), MOST_FIGURES_TOLD);
        if (!figures.isEmpty()) {
            differences.add("数字不同：" + String.join("，", figures));
        }
        if (!Objects.equals(page.title(), earlier.title())) {
            differences.add("标题不同：前文为《" + (earlier.title() == null ? "无题" : earlier.title()) + "》");
        }
        int longer = page.length() - earlier.length();
        if (Math.abs(longer) > Math.max(20, earlier.length() / 50)) {
            differences.add(longer > 0 ? "多出约" + longer + "字" : "少约" + -longer + "字");
        }
        String what = differences.isEmpty() ? "内容相同" : String.join("；", differences);
        return "与本次读取的 " + earlier.file() + " 几乎相同；" + what;
    }
}
