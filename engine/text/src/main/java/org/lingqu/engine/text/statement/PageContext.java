package org.lingqu.engine.text.statement;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Statement.RegionFrom;
import org.lingqu.engine.text.gazetteer.Division;
import org.lingqu.engine.text.gazetteer.Divisions;
import org.lingqu.engine.text.gazetteer.PlaceFinder;
import org.lingqu.engine.text.statement.period.PageDates;

/**
 * What holds for a whole page.
 *
 * @param home where the page's speaker is at home, null when nothing tells
 * @param region what the page is about where a sentence names no region
 */
record PageContext(
        PageDates dates, @Nullable Division home, @Nullable Region region, RegionFrom regionFrom, PlaceFinder places) {

    /** The region that 全区 or 我市 means here. */
    Optional<Region> regionWord(String word) {
        return Divisions.standard().ofRegionWord(word, home).map(PageContext::of);
    }

    static Region of(Division division) {
        return new Region(division.path(), division.code());
    }

    /** The year that is told of where nothing is said. */
    @Nullable Integer toldYear() {
        return dates.reported();
    }

    @Nullable LocalDate day() {
        return dates.day();
    }
}
