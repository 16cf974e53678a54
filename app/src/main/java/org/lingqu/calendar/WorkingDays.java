package org.lingqu.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which days are working days: Monday to Friday, but for the holidays (放假) and the weekend days worked for them (调休上班) that the
 * State Council announces for each year. The list is a file that grows by a year every November.
 */
@Component
public final class WorkingDays {

    private static final int CELLS = 6;

    private final Map<LocalDate, Boolean> exceptions = new HashMap<>();
    private final Set<Integer> known = new HashSet<>();

    /**
     * @param file {@code lingqu.working-days}; where it is missing no year is known
     * @throws IllegalStateException if a line cannot be read, which is told with its number
     */
    @Autowired
    WorkingDays(@Value("${lingqu.working-days:${lingqu.home:.}/regions/working-days.tsv}") String file) {
        this(Path.of(file));
    }

    WorkingDays(Path file) {
        try {
            if (Files.isRegularFile(file)) {
                read(file.toString(), Files.readAllLines(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String file, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.startsWith("#")) {
                read(file + ":" + (i + 1), line.split("\t", -1));
            }
        }
    }

    private void read(String place, String[] cells) {
        boolean off = cells.length == CELLS && cells[1].equals("off");
        if (cells.length != CELLS || (!off && !cells[1].equals("on"))) {
            throw new IllegalStateException(
                    place + ": expected year, off or on, first day, last day, name and source, parted by tabs");
        }
        try {
            LocalDate last = LocalDate.parse(cells[3]);
            for (LocalDate day = LocalDate.parse(cells[2]); !day.isAfter(last); day = day.plusDays(1)) {
                exceptions.put(day, !off);
            }
            known.add(Integer.parseInt(cells[0]));
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new IllegalStateException(place + ": a day is written 2026-02-15, a year 2026", e);
        }
    }

    /** Whether the list of a year is there; without it only weekends are left out. */
    public boolean isKnown(int year) {
        return known.contains(year);
    }

    /**
     * The first year between two days whose list is not there, so that their working days are an estimate; 0 when all are.
     *
     * @param today does not count
     * @param day counts
     */
    public int unknownYear(LocalDate today, LocalDate day) {
        for (int year = today.plusDays(1).getYear(); year <= day.getYear(); year++) {
            if (!isKnown(year)) {
                return year;
            }
        }
        return 0;
    }

    /** Whether offices work on a day. */
    public boolean isWorkingDay(LocalDate day) {
        Boolean worked = exceptions.get(day);
        return worked == null
                ? day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY
                : worked;
    }

    /**
     * How many working days are left.
     *
     * @param today does not count
     * @param day counts, when it is a working day; 0 where it is not after today
     */
    public int left(LocalDate today, LocalDate day) {
        int left = 0;
        for (LocalDate each = today.plusDays(1); !each.isAfter(day); each = each.plusDays(1)) {
            left += isWorkingDay(each) ? 1 : 0;
        }
        return left;
    }
}
