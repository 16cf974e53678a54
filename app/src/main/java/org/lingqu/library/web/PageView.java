package org.lingqu.library.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lingqu.library.LostReview;
import org.lingqu.library.Origin;
import org.lingqu.library.Page;
import org.lingqu.library.PageDetails;
import org.lingqu.library.PageShown;
import org.lingqu.library.PageVersion;
import org.lingqu.library.PeerCount;
import org.lingqu.library.Place;
import org.lingqu.library.ReviewState;
import org.lingqu.library.StoredStatement;
import org.lingqu.report.MarkedText;

/**
 * A page as it is shown.
 *
 * @param sameAs other pages that say nearly the same
 * @param peers how many other pages say the same or something else, by statement; none where nobody says anything
 * @param lost reviews whose words are no longer on the page
 */
public record PageView(
        Page page,
        PageVersion version,
        List<StoredStatement> statements,
        List<List<Piece>> paragraphs,
        List<WarningShown> warnings,
        List<Origin> sameAs,
        Map<Long, PeerCount> peers,
        List<LostReview> lost) {

    static PageView of(PageShown shown) {
        return of(shown, List.of());
    }

    /** @param wanted words somebody asked for, marked as well */
    static PageView of(PageShown shown, List<MarkedText.Mark<PageMark>> wanted) {
        var byStatement = new HashMap<Long, PeerCount>();
        shown.peers().forEach(count -> byStatement.put(count.of(), count));
        PageVersion version = shown.version();
        return new PageView(
                shown.page(),
                version,
                shown.statements(),
                Piece.of(MarkedText.cut(version.text(), marks(version, shown.statements(), wanted))),
                WarningShown.of(version.details().warnings()),
                shown.sameAs(),
                byStatement,
                shown.lost());
    }

    private static List<MarkedText.Mark<PageMark>> marks(
            PageVersion version, List<StoredStatement> statements, List<MarkedText.Mark<PageMark>> wanted) {
        var marks = new ArrayList<>(wanted);
        for (StoredStatement statement : statements) {
            if (statement.review() != ReviewState.REJECTED) {
                mark(marks, statement.place(), new PageMark.Figure(statement));
            }
        }
        for (PageDetails.PolicyNamed policy : version.details().policies()) {
            mark(marks, policy.place(), new PageMark.Policy(policy));
        }
        for (PageDetails.RepairMade repair : version.details().repairs()) {
            mark(marks, repair.place(), new PageMark.Repaired(repair));
        }
        return marks;
    }

    private static void mark(List<MarkedText.Mark<PageMark>> marks, Place place, PageMark what) {
        if (place.isInText()) {
            marks.add(new MarkedText.Mark<>(place.textStart(), place.textEnd(), what));
        }
    }

    /** Whether the words that were asked for begin in a paragraph: that many have gone before. */
    public boolean beginsHere(int paragraph) {
        return isHere(paragraph) && (paragraph == 0 || !isHere(paragraph - 1));
    }

    private boolean isHere(int paragraph) {
        return paragraphs.get(paragraph).stream().anyMatch(Piece::isHere);
    }

    /** What the page is called: its title, or its file when it has none. */
    public String title() {
        return version.title() == null ? page.name() : version.title();
    }

    /** How many other pages say the same or something else of what a statement is about. */
    public PeerCount peers(StoredStatement statement) {
        return peers.getOrDefault(statement.id(), new PeerCount(statement.id(), 0, 0));
    }

    /** Statements to which other pages give another value. */
    public List<StoredStatement> disputed() {
        return statements.stream()
                .filter(statement -> peers(statement).differ() > 0)
                .toList();
    }

    /** How many statements other pages give the same value. */
    public long confirmedElsewhere() {
        return statements.stream()
                .filter(statement -> peers(statement).agree() > 0)
                .count();
    }

    /** Who said it first and who passed it on, from the first publisher to the site it was taken from. */
    public List<String> chain() {
        return version.details().reprintChain();
    }
}
