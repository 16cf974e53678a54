package org.lingqu.engine.text.mention;

import java.util.List;
import org.lingqu.engine.text.lexicon.DataFile;

/** Tells the sections about what is still to be done: 下一步工作计划, 今后打算. */
final class PlanSections {

    private static final List<String> WORDS = DataFile.words(PlanSections.class, "plan-headings.txt");

    private PlanSections() {}

    /**
     * Whether what follows a heading tells of plans.
     *
     * @param level of the heading from 1
     * @param before whether the section so far did; headings below the first level do not end it
     */
    static boolean announces(String heading, int level, boolean before) {
        for (String word : WORDS) {
            if (heading.contains(word)) {
                return true;
            }
        }
        return before && level > 1;
    }
}
