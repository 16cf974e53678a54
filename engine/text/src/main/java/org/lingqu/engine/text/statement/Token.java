package org.lingqu.engine.text.statement;

import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.statement.figure.Figure;
import org.lingqu.engine.text.statement.period.Period;

/** A piece of a paragraph that means something to the reader of statements; indexes into the paragraph. */
sealed interface Token {

    /** Inclusive. */
    int start();

    /** Exclusive. */
    int end();

    /** A number with its unit. */
    record Quantity(int start, int end, Figure figure) implements Token {}

    /** 第二, 首位, 前十: {@code bound} when it says at least that good. */
    record Place(int start, int end, int value, boolean bound) implements Token {}

    /** A time; {@code period} null when nothing resolves it. */
    record Time(int start, int end, @Nullable Period period, boolean spent) implements Token {}

    /** A region that is named, or meant by 全区, 我省; null when nobody knows whose 全区 it is. */
    record Where(int start, int end, @Nullable Region region, boolean word) implements Token {}

    /** A word with a task. */
    record Word(int start, int end, EnumSet<Cue> cues) implements Token {
        boolean is(Cue cue) {
            return cues.contains(cue);
        }
    }

    /** A punctuation mark. */
    record Mark(int start, int end, char sign) implements Token {}

    /** Something to be passed over as a whole: 《…》, 5G, 第22届. */
    record Name(int start, int end) implements Token {}
}
