package org.lingqu.policy.trial;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.whatif.Threshold;
import org.lingqu.whatif.Settings;

/**
 * A figure of a policy as the page offers it.
 *
 * @param slider null where the file gives no value to begin with
 * @param second of the second variant
 */
public record TrialFigure(Threshold threshold, @Nullable Slider slider, Typed first, Typed second) {

    /** Without a slider and for one variant only. */
    public static TrialFigure alone(Threshold figure, Typed typed) {
        return new TrialFigure(figure, null, typed, Typed.nothing(figure));
    }

    /** From where to where a slider goes and how far at once, in the unit of the file. */
    public record Slider(BigDecimal least, BigDecimal most, BigDecimal step) {}

    /**
     * What stands in a field.
     *
     * @param text as typed, or what the file says
     * @param value 元 for money; null where nothing else than what the file says was typed, or what cannot be read
     */
    public record Typed(String text, @Nullable BigDecimal value, List<Settings.Problem> problems) {
        public Typed {
            problems = List.copyOf(problems);
        }

        /** A field in which nobody has typed. */
        public static Typed nothing(Threshold figure) {
            return new Typed(figure.number(), null, List.of());
        }

        /** Whether it is another figure than that of the file. */
        public boolean isChanged() {
            return value != null;
        }
    }
}
