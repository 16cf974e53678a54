package org.lingqu.ui;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a module tells staff on the desk (工作台), the first page after signing in; offered as beans. Everything stands there in the
 * words of the reader's language, and every number leads to the list that it counts.
 */
public interface DeskPart {

    /** Lines of one section, at most; further ones are behind its link. */
    int MOST = 6;

    /**
     * Words that lead somewhere.
     *
     * @param address of a page of this site
     */
    record Link(String text, String address) {}

    /**
     * Something to know or to do.
     *
     * @param address its page; null where the figures alone lead on
     * @param detail beside the name; may be empty
     * @param soon whether it should not wait
     * @param figures numbers with what they count
     */
    record Line(String name, @Nullable String address, String detail, boolean soon, List<Link> figures) {
        public Line {
            figures = List.copyOf(figures);
        }
    }

    /**
     * Lines of one kind.
     *
     * @param id of the section in the page, unique there
     * @param badge how many wait for this person; 0 shows none
     * @param none what is said where there are no lines
     * @param all where the rest is; null where there is nothing more
     */
    record Section(
            String id,
            String title,
            int badge,
            List<Line> lines,
            String none,
            @Nullable Link all) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /** Where the section stands among the others; smaller comes first. */
    int order();

    /** What this person should know now; empty where it is none of her business. */
    Optional<Section> section(Ui ui);

    /** The one sentence above everything; empty where this part has none. */
    default Optional<Link> headline(Ui ui) {
        return Optional.empty();
    }
}
