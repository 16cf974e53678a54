package org.lingqu.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which enterprises are meant; everything empty means all.
 *
 * @param words parts of the name, or the beginning of a credit code
 * @param region code of GB/T 2260; those below it belong to it; {@link RegionPart#NO_REGION} for those without one
 * @param industry of GB/T 4754 as people write it, see {@link Industries#meant}; what is not understood means none
 * @param title one that is held on {@code day}
 * @param expiresBy the title, or any where none is named, is held on {@code day}, runs out not later than this and is not renewed yet
 * @param expiresOn the title, or any, runs out on one of these days and is not renewed yet, whether or not it is held on {@code day}
 * @param minRevenue 元, inclusive
 * @param conflicts only those for which sources disagree
 * @param claims only those that claim a title which an office has still to look at
 * @param list number of the list by which somebody took them in
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
        Optional<Days> expiresOn,
        Optional<Double> minRevenue,
        Optional<Double> maxRevenue,
        boolean conflicts,
        boolean claims,
        Optional<Long> list) {

    /**
     * Days one after the other.
     *
     * @param last inclusive, as {@code first}
     */
    public record Days(LocalDate first, LocalDate last) {}

    /** Size classes of 工信部联企业〔2011〕300号, the largest first. */
    public static final List<String> SIZES = List.of("大型", "中型", "小型", "微型");

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
                false,
                false,
                Optional.empty());
    }

    /** Those of them whose name has these words, or whose credit code begins so. */
    public EnterpriseFilter named(String others) {
        return with(others, new RegionPart(region, park, industry), sizeClass, title, expiresBy);
    }

    /** Those of them in a part of the region. */
    public EnterpriseFilter in(RegionPart part) {
        return with(words, part, sizeClass, title, expiresBy);
    }

    /** Those of them of a size class; empty for all. */
    public EnterpriseFilter ofSize(String other) {
        return with(words, new RegionPart(region, park, industry), other, title, expiresBy);
    }

    /**
     * Those of them that hold a title.
     *
     * @param by its last day is not later than this; empty for whatever day
     */
    public EnterpriseFilter holding(String other, Optional<LocalDate> by) {
        return with(words, new RegionPart(region, park, industry), sizeClass, other, by);
    }

    /** Those of them that claim a title which an office has still to look at. */
    public EnterpriseFilter claiming() {
        return new EnterpriseFilter(
                words,
                region,
                park,
                industry,
                sizeClass,
                title,
                day,
                expiresBy,
                expiresOn,
                minRevenue,
                maxRevenue,
                conflicts,
                true,
                list);
    }

    private EnterpriseFilter with(String named, RegionPart part, String size, String held, Optional<LocalDate> by) {
        return new EnterpriseFilter(
                named,
                part.region(),
                part.park(),
                part.industry(),
                size,
                held,
                day,
                by,
                expiresOn,
                minRevenue,
                maxRevenue,
                conflicts,
                claims,
                list);
    }
}
