package org.lingqu.demo;

import java.time.LocalDate;

/**
 * Anybody and anything of the region beside its firms.
 *
 * @param id unique in the region; a credit code for institutions
 * @param district six digits of GB/T 2260
 * @param level of a platform (国家级 …), class of a talent (A to E), field of a team; empty where there is none
 * @param since the day it was founded, approved or recognised
 */
public record MadeParty(String id, Kind kind, String name, String district, String level, LocalDate since) {

    /** What it is. */
    public enum Kind {
        PARK,
        CLUSTER,
        UNIVERSITY,
        INSTITUTE,
        /** 重点实验室, 工程技术研究中心 and the like. */
        PLATFORM,
        TEAM,
        /** A person, by a number instead of a name. */
        TALENT,
        ALLIANCE
    }
}
