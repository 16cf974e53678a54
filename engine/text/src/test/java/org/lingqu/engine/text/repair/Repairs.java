package org.lingqu.engine.text.repair;

import java.util.ArrayList;
import java.util.List;
import org.lingqu.engine.text.source.Containers;
import org.lingqu.engine.text.source.DecodedPage;
import org.lingqu.engine.text.source.Line;
import org.lingqu.engine.text.source.Markup;
import org.lingqu.engine.text.trace.TracedText;

/** Repairs plain text, for tests. */
final class Repairs {

    private Repairs() {}

    static RepairedPage of(String text) {
        var lines = new ArrayList<Line>();
        int start = 0;
        for (String line : text.split("\n", -1)) {
            TracedText traced = TracedText.ofFile(text, start, start + line.length(), text.codePointCount(0, start))
                    .strip();
            if (!traced.isEmpty()) {
                lines.add(new Line(traced, Markup.PLAIN));
            }
            start += line.length() + 1;
        }
        return new Repairer()
                .repair(new DecodedPage(
                        text, "UTF-8", DecodedPage.Format.PLAIN_TEXT, lines, Containers.NONE, List.of()));
    }

    static String clean(String text) {
        return String.join(
                "\n", of(text).lines().stream().map(l -> l.text().toString()).toList());
    }
}
