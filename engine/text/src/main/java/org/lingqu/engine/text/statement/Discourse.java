package org.lingqu.engine.text.statement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Statement.RegionFrom;
import org.lingqu.engine.text.Statement.Status;
import org.lingqu.engine.text.statement.period.Period;

/** What a reader remembers from clause to clause. */
final class Discourse {

    final PageContext page;

    /** What is spoken of in this sentence. */
    @Nullable Period period;
    /** What later sentences of the paragraph go on to speak of. */
    @Nullable Period carried;
    /** Years that a whole part of a report looks back on, 过去五年. */
    @Nullable Period epoch;
    /** Whether this sentence names those years itself. */
    boolean epochNamed;
    /** The last statement of the paragraph, for regions that are told one after another. */
    @Nullable Draft previous;
    /** All statements of the sentence, for a 分别 that speaks of several clauses. */
    final List<Draft> inSentence = new ArrayList<>();
    /** Whether the time is the end of a year, 年末. */
    boolean yearEnd;
    /** Whether the time was named with 截至. */
    boolean until;

    private boolean told;

    @Nullable Region carriedRegion;

    private RegionFrom carriedFrom = RegionFrom.ISSUER;

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
    /** What the last share was a share of. */
    String whole = "";
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
        carried = page.dates().fallback();
        told = false;
        carriedRegion = page.region();
        carriedFrom = page.regionFrom();
        previous = null;
        object = "";
        speaker = null;
        sentence();
    }

    /** Behind a semicolon: nothing more is added to the statements before, time and place hold on. */
    void part() {
        inSentence.clear();
        group = List.of();
        pending = "";
        whole = "";
    }

    /** A new sentence: nothing more is added to the statements of the last one. */
    void sentence() {
        if (told && period != null) {
            carried = yearEnd ? Period.year(period.endYear()) : period;
        }
        told = false;
        until = false;
        yearEnd = false;
        epochNamed = false;
        inSentence.clear();
        period = carried;
        region = carriedRegion;
        regionFrom = carriedFrom;
        group = List.of();
        pending = "";
        whole = "";
        status = section;
        listed = List.of();
    }

    /** @param lasting whether later sentences of the paragraph are still about it */
    void at(Region newRegion, RegionFrom from, boolean lasting) {
        region = newRegion;
        regionFrom = from;
        if (lasting) {
            carriedRegion = newRegion;
            carriedFrom = RegionFrom.PARAGRAPH;
        }
    }

    /** A statement was made: a time said before it holds on. */
    void said() {
        told = true;
    }
}
