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
import org.lingqu.library.Peer;
import org.lingqu.library.Place;
import org.lingqu.library.ReviewState;
import org.lingqu.library.StoredStatement;
import org.lingqu.report.MarkedText;

/**
 * A page as it is shown.
 *
 * @param sameAs other pages that say nearly the same
 * @param peers what other pages say of what the statements are about, by statement
 * @param lost reviews whose words are no longer on the page
 */
public record PageView(
        Page page,
        PageVersion version,
        List<StoredStatement> statements,
        List<List<Piece>> paragraphs,
        List<WarningShown> warnings,
        List<Origin> sameAs,
        Map<Long, List<Peer>> peers,
        List<LostReview> lost) {

    static PageView of(PageShown shown) {
        var byStatement = new HashMap<Long, List<Peer>>();
        shown.peers()
                .forEach(peer -> byStatement
                        .computeIfAbsent(peer.of(), id -> new ArrayList<>())
                        .add(peer));
        PageVersion version = shown.version();
        return new PageView(
                shown.page(),
                version,
                shown.statements(),
                Piece.of(MarkedText.cut(version.text(), marks(version, shown.statements()))),
                WarningShown.of(version.details().warnings()),
                shown.sameAs(),
                byStatement,
                shown.lost());
    }

    private static List<MarkedText.Mark<PageMark>> marks(PageVersion version, List<StoredStatement> statements) {
        var marks = new ArrayList<MarkedText.Mark<PageMark>>();
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

    /** What the page is called: its title, or its file when it has none. */
    public String title() {
        return version.title() == null ? page.name() : version.title();
    }

    /** What other pages say of what a statement is about. */
    public List<Peer> peers(StoredStatement statement) {
        return peers.getOrDefault(statement.id(), List.of());
    }

    /** Statements to which other pages give another value. */
    public List<StoredStatement> disputed() {
        return statements.stream()
                .filter(statement -> peers(statement).stream().anyMatch(peer -> !peer.agrees()))
                .toList();
    }

    /** How many statements other pages give the same value. */
    public long confirmedElsewhere() {
        return statements.stream()
                .filter(statement -> peers(statement).stream().anyMatch(Peer::agrees))
                .count();
    }

    /** Who said it first and who passed it on, from the first publisher to the site it was taken from. */
    public List<String> chain() {
        return version.details().reprintChain();
    }
}
