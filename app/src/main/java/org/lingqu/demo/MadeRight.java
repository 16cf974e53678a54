package org.lingqu.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A right of the region (知识产权), made up; its serial is beyond those that are given out.
 *
 * @param number of the patent with its check digit, or of the registration
 * @param right 发明专利, 软件著作权 …
 * @param granted null while it is under examination
 * @param ends the last day; null where nobody knows
 * @param state 审查中, 有效 or 失效
 * @param obtained 自主研发, 受让
 * @param field one of the eight of 《国家重点支持的高新技术领域》
 * @param holder credit code of whoever owns it
 * @param since the day from which it is the holder's
 */
public record MadeRight(
        String number,
        String right,
        String name,
        LocalDate filed,
        @Nullable LocalDate granted,
        @Nullable LocalDate ends,
        String state,
        String obtained,
        String field,
        String holder,
        LocalDate since) {}
