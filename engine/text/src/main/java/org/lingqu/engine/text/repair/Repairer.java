package org.lingqu.engine.text.repair;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Repair;
import org.lingqu.engine.text.RepairKind;
import org.lingqu.engine.text.Script;
import org.lingqu.engine.text.Warning;
import org.lingqu.engine.text.WarningCode;
import org.lingqu.engine.text.source.DecodedPage;
import org.lingqu.engine.text.source.Line;

/**
 * Repairs the lines of a page and records every change. In this order: charsets undone, readings taken out, traditional
 * characters simplified, widths, spaces. A line that needs nothing is handed on as it is. Safe for use by many threads.
 */
public final class Repairer {

    /** Glosses on a page from which it has certainly been through a converter. */
    private static final int MANY_GLOSSES = 2;

    /** Never throws, whatever the page holds. */
    public RepairedPage repair(DecodedPage page) {
        var works = new ArrayList<Work>(page.lines().size());
        int glosses = 0;
        for (Line line : page.lines()) {
            var work = new Work(line);
            works.add(work);
            glosses += work.has(CharClass.MARKED) ? Glosses.count(work.text()) : 0;
        }
        removeGlosses(works, glosses >= MANY_GLOSSES);
        Script script = Scripts.of(works.stream().map(Work::text).toList());
        var lines = new ArrayList<Line>(works.size());
        var repairs = new ArrayList<Repair>();
        var warnings = new ArrayList<Warning>();
        for (Work work : works) {
            work.finish(script);
            lines.add(work.line());
            work.report(repairs, warnings);
        }
        return new RepairedPage(script, lines, repairs, warnings);
    }

    private static void removeGlosses(List<Work> works, boolean many) {
        var words = new PageWords(works);
        var glosses = new Glosses(new LostCharacters(words::get), many);
        for (Work work : works) {
            if (many || work.has(CharClass.MARKED)) {
                work.edit(glosses.edits(work.text()));
            }
        }
    }

    /** The page's own words without glosses, put together when they are first asked for. */
    private record PageWords(List<Work> works) {
        String get() {
            var glosses = new Glosses(LostCharacters.NONE, true);
            var words = new StringBuilder();
            for (Work work : works) {
                Draft plain = Draft.of(work.line.text())
                        .with(glosses.edits(work.line.text().toString()));
                words.append(Simplifier.standard().simple(plain.text())).append('\n');
            }
            return words.toString();
        }
    }

    /** One line on its way through the passes. */
    private static final class Work {

        private final Line line;
        private int classes;
        private @Nullable Draft draft;

        Work(Line line) {
            this.line = line;
            classes = CharClass.of(line.text().toString());
            if (has(CharClass.STRANGE)) {
                edit(Mojibake.edits(text()));
                classes = CharClass.of(text()) | CharClass.STRANGE;
            }
        }

        boolean has(int what) {
            return (classes & what) != 0;
        }

        String text() {
            return draft == null ? line.text().toString() : draft.text();
        }

        void edit(List<Edit> edits) {
            if (!edits.isEmpty()) {
                draft = (draft == null ? Draft.of(line.text()) : draft).with(edits);
            }
        }

        void finish(Script script) {
            if (has(CharClass.TRADITIONAL)) {
                edit(Simplifier.standard().edits(text(), script != Script.HANS));
            }
            if (has(CharClass.FULLWIDTH_WORD)) {
                edit(Widths.edits(text()));
            }
            if (has(CharClass.SPACE | CharClass.INVISIBLE)) {
                edit(Spaces.edits(text()));
            }
        }

        Line line() {
            return draft == null ? line : line.with(draft.traced());
        }

        void report(List<Repair> repairs, List<Warning> warnings) {
            if (draft != null) {
                for (Repair repair : draft.repairs()) {
                    repairs.add(repair);
                    if (repair.kind() == RepairKind.LOST_CHARACTER
                            && repair.after().equals(LostCharacters.OPEN)) {
                        warnings.add(new Warning(WarningCode.GARBLED, repair.span(), "此处有一字丢失，无法确定"));
                    }
                }
            }
            if (has(CharClass.STRANGE)) {
                warnings.addAll(Damage.of(line().text()));
            }
        }
    }
}
