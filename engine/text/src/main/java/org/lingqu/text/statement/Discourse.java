package org.lingqu.text.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.text.Statement.RegionFrom;
import org.lingqu.text.Statement.Status;
import org.lingqu.text.statement.period.Period;

/** What a reader remembers from clause to clause. */
final class Discourse {

    final PageContext page;

    @Nullable Period period;

    @Nullable Region region;

    RegionFrom regionFrom;
    /** What headings above say of the status of all that follows. */
    Status section = Status.ACTUAL;

    Status status = Status.ACTUAL;

    @Nullable String speaker;
    /** The statements of the last clause that made any, within the sentence. */
    List<Draft> group = List.of();
    /** The subject of a clause that had no figure. */
    String pending = "";
    /** What the last indicators were about, without what was measured of it. */
    String object = "";
    /** The times of a list of times: 2019年上半年、全年以及2020年上半年. */
    List<Period> listed = List.of();

    Discourse(PageContext page) {
        this.page = page;
        this.period = page.dates().fallback();
        this.region = page.region();
        this.regionFrom = page.regionFrom();
    }

    /** A new paragraph: back to what holds for the page. */
    void paragraph() {
        period = page.dates().fallback();
        region = page.region();
        regionFrom = page.regionFrom();
        object = "";
        speaker = null;
        sentence();
    }

    /** A new sentence: nothing more is added to the statements of the last one. */
    void sentence() {
        group = List.of();
        pending = "";
        status = section;
        listed = List.of();
    }

    void at(Region newRegion, RegionFrom from) {
        region = newRegion;
        regionFrom = from;
    }
}
