package org.lingqu.registry.web;

import org.lingqu.registry.Difference;
import org.lingqu.ui.Ui;

/** What a row says anew, as one sentence: what it gives, what counts now and what will count. */
public final class DifferenceWords {

    private DifferenceWords() {}

    /** {@code 2025年营业收入：本次给出 1200万元，并列保留；现用 1180万元（税务优先，收入后不变）}. */
    public static String of(Ui ui, Difference difference) {
        Difference.Effect effect = difference.effect();
        String was = difference.was() == null ? "–" : difference.was();
        if (effect == null) {
            return ui.say("registry.diff.REPLACED-own", difference.what(), difference.now(), was);
        }
        String key = "registry.diff." + effect.name();
        return difference.source() == null
                ? ui.say(ui.has(key + "-own") ? key + "-own" : key, difference.what(), difference.now(), was)
                : ui.say(
                        key,
                        difference.what(),
                        difference.now(),
                        was,
                        ui.say("registry.supplier", difference.source()));
    }
}
