package org.lingqu.cli;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A day as people type it: {@code 2026-06-30}, {@code 2026/6/30}, {@code 2026.6.30}, {@code 2026年6月30日}, {@code 20260630}. */
final class DayText implements ITypeConverter<LocalDate> {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    @Override
    public LocalDate convert(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        Matcher written = WRITTEN.matcher(folded);
        Matcher day = written.matches() ? written : COMPACT.matcher(folded);
        if (!day.matches()) {
            throw new TypeConversionException("“" + text + "”不是日期，请写成 2026-06-30。Write a day as 2026-06-30");
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
        } catch (DateTimeException e) {
            throw new TypeConversionException("日历上没有“" + text + "”这一天。There is no such day in the calendar");
        }
    }
}
