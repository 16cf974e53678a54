package org.lingqu.library.version;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.CutPart;
import org.lingqu.engine.text.PageRead;
import org.lingqu.engine.text.Repair;
import org.lingqu.engine.text.RepairKind;
import org.lingqu.engine.text.Span;
import org.lingqu.library.version.Change.Part;
import org.lingqu.library.version.Change.Place;
import org.lingqu.library.version.PageComparison.Version;

/** What changed around the article: parts that were cut, damage that was repaired. */
final class Surroundings {

    private Surroundings() {}

    /** @param same what must be equal for two of them to be the same */
    private record Item(ChangeKind kind, Span span, String words, String same) {}

    static List<Change> changes(Version older, Version newer) {
        var changes = new ArrayList<Change>();
        compare(cut(older), cut(newer), changes);
        compare(repaired(older.read()), repaired(newer.read()), changes);
        return changes;
    }

    private static List<Item> cut(Version version) {
        return version.read().article().cut().stream()
                .map(part -> {
                    String words = words(version.file(), part.span());
                    ChangeKind kind = part.why() == CutPart.Why.SPAM ? ChangeKind.SPAM : ChangeKind.BOILERPLATE;
                    String same = words.isEmpty() ? String.valueOf(part.span().length()) : words.strip();
                    return new Item(kind, part.span(), words, part.why() + same);
                })
                .toList();
    }

    /** Damage that the reader could mend; other repairs are a matter of script and space. */
    private static List<Item> repaired(PageRead page) {
        return page.repairs().stream()
                .filter(repair -> repair.kind() == RepairKind.MOJIBAKE || repair.kind() == RepairKind.LOST_CHARACTER)
                .map(Surroundings::damage)
                .toList();
    }

    private static Item damage(Repair repair) {
        return new Item(ChangeKind.GARBLE, repair.span(), repair.before(), repair.before() + "→" + repair.after());
    }

    private static void compare(List<Item> older, List<Item> newer, List<Change> changes) {
        Map<String, Integer> there = counted(older, Item::same);
        Map<String, Integer> here = counted(newer, Item::same);
        for (Item item : older) {
            if (here.merge(item.same(), -1, Integer::sum) < 0) {
                changes.add(change(item, item.words(), "", item.span(), null));
            }
        }
        for (Item item : newer) {
            if (there.merge(item.same(), -1, Integer::sum) < 0) {
                changes.add(change(item, "", item.words(), null, item.span()));
            }
        }
    }

    private static Change change(Item item, String was, String now, @Nullable Span before, @Nullable Span after) {
        return new Change(
                item.kind(),
                Part.AROUND,
                was,
                now,
                new Place(0, was.length()),
                new Place(0, now.length()),
                before,
                after,
                List.of());
    }

    private static <T> Map<String, Integer> counted(List<T> items, Function<T, String> key) {
        var counts = new HashMap<String, Integer>();
        items.forEach(item -> counts.merge(key.apply(item), 1, Integer::sum));
        return counts;
    }

    /** The words at a place of the file, which counts code points; empty when the file is not at hand. */
    private static String words(@Nullable String file, Span span) {
        if (file == null || file.codePointCount(0, file.length()) < span.end()) {
            return "";
        }
        int start = file.offsetByCodePoints(0, span.start());
        return file.substring(start, file.offsetByCodePoints(start, span.length()));
    }
}
