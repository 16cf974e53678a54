package org.lingqu.library.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.PageRead;
import org.lingqu.engine.text.Span;
import org.lingqu.engine.text.WarningCode;
import org.lingqu.library.version.Change.NumberChange;
import org.lingqu.library.version.Change.Part;
import org.lingqu.library.version.TextEdits.Edit;
import org.lingqu.library.version.Tokens.Token;

/** Classes an edit: damage and spliced words are told by the reader's warnings, numbers by the tokens, space by itself. */
final class Damage {

    private static final char LOST = '\ufffd';

    private final List<Span> garbledBefore;
    private final List<Span> garbledAfter;
    private final List<Span> spamBefore;
    private final List<Span> spamAfter;

    Damage(PageRead older, PageRead newer) {
        garbledBefore = warned(older, WarningCode.GARBLED);
        garbledAfter = warned(newer, WarningCode.GARBLED);
        spamBefore = warned(older, WarningCode.HIJACKED);
        spamAfter = warned(newer, WarningCode.HIJACKED);
    }

    private static List<Span> warned(PageRead page, WarningCode code) {
        return page.warnings().stream()
                .filter(warning -> warning.code() == code)
                .flatMap(warning -> Optional.ofNullable(warning.span()).stream())
                .toList();
    }

    Change classed(
            Part part, Edit edit, String older, String newer, @Nullable Span fileBefore, @Nullable Span fileAfter) {
        String was = older.substring(edit.before().start(), edit.before().end());
        String now = newer.substring(edit.after().start(), edit.after().end());
        List<NumberChange> numbers = List.of();
        ChangeKind kind;
        if (was.indexOf(LOST) >= 0
                || now.indexOf(LOST) >= 0
                || covered(fileBefore, garbledBefore)
                || covered(fileAfter, garbledAfter)) {
            kind = ChangeKind.GARBLE;
        } else if (covered(fileBefore, spamBefore) || covered(fileAfter, spamAfter)) {
            kind = ChangeKind.SPAM;
        } else if (bare(was).equals(bare(now))) {
            kind = ChangeKind.BOILERPLATE;
        } else {
            numbers = numbers(edit);
            kind = numbers.isEmpty() ? ChangeKind.WORDING : ChangeKind.NUMBER;
        }
        return new Change(kind, part, was, now, edit.before(), edit.after(), fileBefore, fileAfter, numbers);
    }

    private static boolean covered(@Nullable Span place, List<Span> warned) {
        return place != null && warned.stream().anyMatch(place::overlaps);
    }

    /** Without space and punctuation that is only another width. */
    private static String bare(String text) {
        return text.replaceAll("[\\s\\u3000\\u00a0\\u200b]+", "");
    }

    /** Numbers of the older side without a partner of the same meaning, in order beside those of the newer side. */
    private static List<NumberChange> numbers(Edit edit) {
        List<Token> was =
                new ArrayList<>(edit.was().stream().filter(Token::isNumber).toList());
        List<Token> now =
                new ArrayList<>(edit.now().stream().filter(Token::isNumber).toList());
        for (Token token : List.copyOf(was)) {
            for (int i = 0; i < now.size(); i++) {
                if (java.util.Objects.equals(now.get(i).meaning(), token.meaning())) {
                    now.remove(i);
                    was.remove(token);
                    break;
                }
            }
        }
        var changes = new ArrayList<NumberChange>();
        for (int i = 0; i < Math.max(was.size(), now.size()); i++) {
            changes.add(new NumberChange(
                    i < was.size() ? was.get(i).text() : null,
                    i < now.size() ? now.get(i).text() : null));
        }
        return changes;
    }
}
