package org.lingqu.registry;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which enterprises are meant; everything empty means all.
 *
 * @param words parts of the name, or the beginning of a credit code
 * @param region code of GB/T 2260; those below it belong to it
 * @param industry of GB/T 4754 as people write it, see {@link Industries#meant}; what is not understood means none
 * @param title one that is held on {@code day}
 * @param expiresBy with a title, its last day is not later than this
 * @param expiresOn with a title, it runs out on exactly this day and is not renewed yet, whether or not it is held on {@code day}
 * @param minRevenue 元, inclusive
 * @param conflicts only those for which sources disagree
 */
public record EnterpriseFilter(
        String words,
        String region,
        String park,
        String industry,
        String sizeClass,
        String title,
        LocalDate day,
        Optional<LocalDate> expiresBy,
        Optional<LocalDate> expiresOn,
        Optional<Double> minRevenue,
        Optional<Double> maxRevenue,
        boolean conflicts) {

    /** All of them. */
    public static EnterpriseFilter all(LocalDate day) {
        return new EnterpriseFilter(
                "",
                "",
                "",
                "",
                "",
                "",
                day,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** Those that some words name. */
    public static EnterpriseFilter named(String words, LocalDate day) {
        EnterpriseFilter all = all(day);
        return new EnterpriseFilter(
                words,
                all.region,
                all.park,
                all.industry,
                all.sizeClass,
                all.title,
                day,
                all.expiresBy,
                all.expiresOn,
                all.minRevenue,
                all.maxRevenue,
                all.conflicts);
    }
}
