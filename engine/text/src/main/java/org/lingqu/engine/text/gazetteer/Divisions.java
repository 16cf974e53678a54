package org.lingqu.engine.text.gazetteer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.lexicon.DataFile;

/** The administrative divisions, by name and by code. Immutable and safe for use by many threads. */
public final class Divisions {

    private static final Comparator<Division> CURRENT_FIRST = Comparator.comparing(Division::level)
            .thenComparing(Division::current, Comparator.reverseOrder())
            .thenComparing(Division::code);

    private static final Divisions STANDARD = new Divisions();

    private final Map<String, List<Division>> byCode = new HashMap<>(8192);
    private final Map<String, Division> abbreviations = new HashMap<>();
    private final Map<String, String> regionWords = new HashMap<>();
    private final NameIndex index = new NameIndex();

    private Divisions() {
        byCode.put(Division.COUNTRY.code(), List.of(Division.COUNTRY));
        loadDivisions();
        index.add("全国", new Bearer.OfDivision(Division.COUNTRY, true, false));
        index.add("我国", new Bearer.OfDivision(Division.COUNTRY, true, false));
        index.add("中国", new Bearer.OfDivision(Division.COUNTRY, false, false));
        for (String[] row : DataFile.rows(Divisions.class, "abbreviations.tsv")) {
            abbreviations.put(row[0], bearerOf(row[1], null));
        }
        for (String[] row : DataFile.rows(Divisions.class, "zones.tsv")) {
            index.add(row[0], new Bearer.OfZone(row[0], bearerOf(row[1], null)));
        }
        for (String file : List.of("areas.tsv", "countries.tsv")) {
            for (String[] row : DataFile.rows(Divisions.class, file)) {
                index.add(row[0], new Bearer.OfArea(row[1]));
            }
        }
        for (String[] row : DataFile.rows(Divisions.class, "region-words.tsv")) {
            regionWords.put(row[0], row[1]);
        }
    }

    /** Rows come sorted by code, so that whatever stands above has been read before. */
    private void loadDivisions() {
        for (String[] row : DataFile.rows(Divisions.class, "divisions.tsv")) {
            String code = row[0];
            Integer until = row[3].equals("-") ? null : Integer.valueOf(row[3]);
            Division above = above(code, until);
            String path = above.equals(Division.COUNTRY)
                    ? row[1]
                    : above.path().concat("/").concat(row[1]);
            String shortName = row[2].equals("-") ? null : row[2];
            var division = new Division(code, row[1], shortName, path, above.code(), until);
            List<Division> bearers = byCode.getOrDefault(code, new ArrayList<>(1));
            bearers.add(division);
            byCode.put(code, bearers);
            index.add(row[1], new Bearer.OfDivision(division, true, row[4].contains("g")));
            if (shortName != null) {
                index.add(shortName, new Bearer.OfDivision(division, false, row[4].contains("w")));
            }
        }
    }

    private Division above(String code, @Nullable Integer until) {
        if (!code.endsWith("00") && byCode.containsKey(code.substring(0, 4).concat("00"))) {
            return bearerOf(code.substring(0, 4).concat("00"), until);
        }
        return code.endsWith("0000")
                ? Division.COUNTRY
                : bearerOf(code.substring(0, 2).concat("0000"), until);
    }

    /** The division that bore a code in a year; the last one when none did. */
    private Division bearerOf(String code, @Nullable Integer year) {
        List<Division> all = byCode.getOrDefault(code, List.of(Division.COUNTRY));
        Division found = all.getLast();
        for (int i = all.size() - 1; i >= 0; i--) {
            Division division = all.get(i);
            Integer until = division.until();
            if (until == null || (year != null && until >= year)) {
                found = division;
            }
        }
        return found;
    }

    /** The divisions of the data file that comes with the engine. */
    public static Divisions standard() {
        return STANDARD;
    }

    NameIndex index() {
        return index;
    }

    /**
     * The division that bears a code now, or bore it last.
     *
     * @param code GB/T 2260, six digits
     */
    public Optional<Division> byCode(String code) {
        return Optional.ofNullable(byCode.get(code))
                .map(all -> all.stream().filter(Division::current).findFirst().orElse(all.getLast()));
    }

    /**
     * Every division that bears a name, the full one ({@code 南宁市}) or the short one ({@code 南宁}, {@code 桂}), provinces
     * first, those in force before those abolished.
     */
    public List<Division> named(String name) {
        if (name.equals("国家")) {
            return List.of(Division.COUNTRY);
        }
        var found = new LinkedHashSet<Division>();
        Division abbreviated = abbreviations.get(name);
        if (abbreviated != null) {
            found.add(abbreviated);
        }
        index.bearers(name).stream()
                .filter(Bearer.OfDivision.class::isInstance)
                .map(b -> ((Bearer.OfDivision) b).division())
                .sorted(CURRENT_FIRST)
                .forEach(found::add);
        return List.copyOf(found);
    }

    /** The division above; empty for the country. */
    public Optional<Division> parent(Division division) {
        return Optional.ofNullable(division.parent()).map(code -> bearerOf(code, division.until()));
    }

    /** The division itself or the one above it at a level; empty when it lies higher. */
    public Optional<Division> at(Division division, Division.Level level) {
        Division here = division;
        while (here.level().compareTo(level) > 0) {
            here = parent(here).orElse(Division.COUNTRY);
        }
        return here.level() == level ? Optional.of(here) : Optional.empty();
    }

    /** {@link #ofOrganisation(String, PlaceContext)} without knowing anything of the page. */
    public Optional<Division> ofOrganisation(String name) {
        return ofOrganisation(name, PlaceContext.NONE);
    }

    /**
     * Where an organisation is at home, as its name tells: 广东省工业和信息化厅 → 广东省; 南宁市科技局 → 广西壮族自治区/南宁市;
     * 国家发展改革委 and 中共中央 → 全国. Empty when the name does not begin with a place.
     */
    public Optional<Division> ofOrganisation(String name, PlaceContext context) {
        String bare = name.startsWith("中共") ? name.substring(2) : name;
        if (CentralBodies.isOne(bare)) {
            return Optional.of(Division.COUNTRY);
        }
        var places = new PlaceFinder(this, context).findAll(bare, true);
        return places.stream().filter(p -> p.start() == 0).findFirst().map(Place::division);
    }

    /**
     * The division a region word means in the mouth of a speaker: 全区 said by 广西科技厅 is 广西壮族自治区, said by a district's
     * bureau the district.
     *
     * @param word 全省, 我市, 全区, 全县, 全国 …
     * @param home where the speaker is at home
     */
    public Optional<Division> ofRegionWord(String word, @Nullable Division home) {
        String ending = regionWords.get(word);
        if (ending == null) {
            return Optional.empty();
        }
        if (ending.equals("国")) {
            return Optional.of(Division.COUNTRY);
        }
        Optional<Division> here = Optional.ofNullable(home);
        while (here.isPresent() && !here.get().name().endsWith(ending)) {
            here = parent(here.get());
        }
        return here;
    }
}
