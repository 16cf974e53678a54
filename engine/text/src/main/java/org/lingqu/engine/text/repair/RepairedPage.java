package org.lingqu.engine.text.repair;

import java.util.List;
import org.lingqu.engine.text.Repair;
import org.lingqu.engine.text.Script;
import org.lingqu.engine.text.Warning;
import org.lingqu.engine.text.source.Line;

/**
 * Lines after repair.
 *
 * @param script what the page was written in before
 * @param lines simplified, half-width where that is meant, without glosses; the same lines in the same order, none empty
 * @param repairs in the order of the file
 * @param warnings parts that stayed garbled
 */
public record RepairedPage(Script script, List<Line> lines, List<Repair> repairs, List<Warning> warnings) {

    public RepairedPage {
        lines = List.copyOf(lines);
        repairs = List.copyOf(repairs);
        warnings = List.copyOf(warnings);
    }
}
