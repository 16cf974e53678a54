package org.lingqu.registry;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.lingqu.registry.store.TableRows;

/**
 * What lists filter and sort by, of all enterprises, column by column in memory: about a hundred bytes each, so that a page of a million
 * is found in some thousandths of a second whatever is asked. Not safe for use by several threads while it is changed.
 */
final class EnterpriseTable {

    private static final int CODE = 18;
    private static final int NONE = Integer.MIN_VALUE;
    /** By number; 0 for none. */
    private static final List<String> SIZES =
            Stream.concat(Stream.of(""), EnterpriseFilter.SIZES.stream()).toList();

    private int size;
    private long[] ids = new long[1024];
    private int[] regions = new int[1024];
    private int[] parks = new int[1024];
    private int[] industries = new int[1024];
    private byte[] sizes = new byte[1024];
    private int[] founded = new int[1024];
    private double[] revenue = new double[1024];
    private double[] rdCosts = new double[1024];
    private int[] staff = new int[1024];
    private int[] conflicts = new int[1024];
    private final BitSet claiming = new BitSet();
    private long[] updated = new long[1024];
    private int[] nameAt = new int[1024];
    private int[] nameLength = new int[1024];
    private byte[] codes = new byte[1024 * CODE];
    private final BitSet listed = new BitSet();

    private char[] names = new char[1 << 14];
    private int namesEnd;

    private final SharedWords regionWords = new SharedWords();
    private final SharedWords parkWords = new SharedWords();
    private final SharedWords industryWords = new SharedWords();

    private final HeldTitles titles = new HeldTitles();

    private final Map<EnterpriseOrder, int[]> orders = new EnumMap<>(EnterpriseOrder.class);

    /** How many rows there are. */
    int size() {
        return size;
    }

    /** Where an enterprise stands; negative where it does not. */
    int place(long id) {
        return Arrays.binarySearch(ids, 0, size, id);
    }

    /** The places of several; numbers that are not here have none. */
    BitSet places(List<Long> numbers) {
        var places = new BitSet(size);
        numbers.stream().mapToInt(this::place).filter(place -> place >= 0).forEach(places::set);
        return places;
    }

    /**
     * Adds an enterprise.
     *
     * @throws IllegalArgumentException where its number is not the largest: rows stand in the order of their numbers
     */
    void add(TableRows.Row row) {
        if (size > 0 && row.id() <= ids[size - 1]) {
            throw new IllegalArgumentException("enterprise " + row.id() + " after " + ids[size - 1]);
        }
        if (size == ids.length) {
            grow(more(size));
        }
        int place = size++;
        set(place, row);
        orders.replaceAll((order, sorted) -> inserted(order, sorted, sorted.length, place));
    }

    /** Takes over what an enterprise is now; its titles are gone until they are added again. */
    void replace(int place, TableRows.Row row) {
        var without = new EnumMap<EnterpriseOrder, int[]>(EnterpriseOrder.class);
        orders.forEach((order, sorted) -> without.put(order, without(sorted, place)));
        titles.forget(place);
        set(place, row);
        without.forEach((order, sorted) -> orders.put(order, inserted(order, sorted, sorted.length, place)));
    }

    private void set(int place, TableRows.Row row) {
        ids[place] = row.id();
        regions[place] = regionWords.number(row.region());
        parks[place] = parkWords.number(row.park());
        industries[place] = industryWords.number(row.industry());
        sizes[place] = (byte) Math.max(0, SIZES.indexOf(row.sizeClass() == null ? "" : row.sizeClass()));
        founded[place] = row.foundedOn() == null ? NONE : (int) row.foundedOn().toEpochDay();
        revenue[place] = row.revenue() == null ? Double.NaN : row.revenue();
        rdCosts[place] = row.rdCosts() == null ? Double.NaN : row.rdCosts();
        staff[place] = row.staff() == null ? NONE : row.staff();
        conflicts[place] = row.conflicts();
        claiming.set(place, row.claims() > 0);
        updated[place] = row.updatedAt();
        listed.set(place, row.listed());
        String code = row.code() == null ? "" : row.code();
        for (int i = 0; i < CODE; i++) {
            codes[place * CODE + i] = i < code.length() ? (byte) code.charAt(i) : 0;
        }
        name(place, row.nameKey());
    }

    private void name(int place, String name) {
        if (namesEnd + name.length() > names.length) {
            names = Arrays.copyOf(names, Math.max(more(names.length), namesEnd + name.length()));
        }
        name.getChars(0, name.length(), names, namesEnd);
        nameAt[place] = namesEnd;
        nameLength[place] = name.length();
        namesEnd += name.length();
    }

    /** An eighth more: room for some, of a million not for half a million. */
    static int more(int than) {
        return than + Math.max(1024, than >> 3);
    }

    private void grow(int capacity) {
        ids = Arrays.copyOf(ids, capacity);
        regions = Arrays.copyOf(regions, capacity);
        parks = Arrays.copyOf(parks, capacity);
        industries = Arrays.copyOf(industries, capacity);
        sizes = Arrays.copyOf(sizes, capacity);
        founded = Arrays.copyOf(founded, capacity);
        revenue = Arrays.copyOf(revenue, capacity);
        rdCosts = Arrays.copyOf(rdCosts, capacity);
        staff = Arrays.copyOf(staff, capacity);
        conflicts = Arrays.copyOf(conflicts, capacity);
        updated = Arrays.copyOf(updated, capacity);
        nameAt = Arrays.copyOf(nameAt, capacity);
        nameLength = Arrays.copyOf(nameLength, capacity);
        codes = Arrays.copyOf(codes, capacity * CODE);
    }

    /** Gives back the room that was kept for more. */
    void trim() {
        grow(Math.max(size, 1));
        names = Arrays.copyOf(names, Math.max(namesEnd, 1));
        titles.trim();
    }

    /** When enterprises of the table, told by their places, hold titles. */
    HeldTitles titles() {
        return titles;
    }

    /** The places of enterprises that are meant. */
    BitSet matching(EnterpriseFilter filter) {
        BitSet found = (BitSet) listed.clone();
        filter.expiresOn().ifPresent(days -> found.and(titles.runningOut(filter.title(), days.first(), days.last())));
        filter.expiresBy().ifPresent(by -> found.and(titles.runningOutBy(filter.title(), filter.day(), by)));
        if (!filter.title().isEmpty()
                && filter.expiresOn().isEmpty()
                && filter.expiresBy().isEmpty()) {
            found.and(titles.holders(filter.title(), filter.day()));
        }
        if (filter.region().equals(RegionPart.NO_REGION)) {
            keep(found, place -> regions[place] < 0);
        } else if (!filter.region().isEmpty()) {
            keepWords(found, regions, regionWords, Set.of(RegionPart.prefix(filter.region())));
        }
        if (!filter.industry().isEmpty()) {
            keepWords(found, industries, industryWords, Industries.meant(filter.industry()));
        }
        if (!filter.park().isEmpty()) {
            int park = parkWords.known(filter.park());
            keep(found, place -> parks[place] == park);
        }
        if (!filter.sizeClass().isEmpty()) {
            int wanted = SIZES.indexOf(filter.sizeClass());
            keep(found, place -> sizes[place] == wanted);
        }
        filter.minRevenue().ifPresent(least -> keep(found, place -> revenue[place] >= least));
        filter.maxRevenue().ifPresent(most -> keep(found, place -> revenue[place] <= most));
        if (filter.conflicts()) {
            keep(found, place -> conflicts[place] > 0);
        }
        if (filter.claims()) {
            found.and(claiming);
        }
        for (String word : filter.words().strip().split("\\s+", -1)) {
            if (!word.isEmpty()) {
                char[] key = NameKey.of(word).toCharArray();
                String code = word.toUpperCase(Locale.ROOT);
                keep(found, place -> named(place, key) || coded(place, code));
            }
        }
        return found;
    }

    private interface Test {
        boolean of(int place);
    }

    private static void keep(BitSet found, Test test) {
        for (int place = found.nextSetBit(0); place >= 0; place = found.nextSetBit(place + 1)) {
            if (!test.of(place)) {
                found.clear(place);
            }
        }
    }

    private static void keepWords(BitSet found, int[] column, SharedWords words, Set<String> prefixes) {
        var wanted = new BitSet();
        prefixes.forEach(prefix -> wanted.or(words.beginning(prefix)));
        keep(found, place -> column[place] >= 0 && wanted.get(column[place]));
    }

    private boolean named(int place, char[] key) {
        int last = nameAt[place] + nameLength[place] - key.length;
        for (int at = nameAt[place]; at <= last; at++) {
            int i = 0;
            while (i < key.length && names[at + i] == key[i]) {
                i++;
            }
            if (i == key.length) {
                return true;
            }
        }
        return false;
    }

    private boolean coded(int place, String beginning) {
        if (beginning.length() > CODE) {
            return false;
        }
        for (int i = 0; i < beginning.length(); i++) {
            if (codes[place * CODE + i] != beginning.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The numbers of some places. */
    long[] numbers(BitSet places) {
        return places.stream().mapToLong(place -> ids[place]).toArray();
    }

    /** Numbers of those found, in an order; from {@code offset} on, at most {@code limit}. */
    long[] sorted(BitSet found, EnterpriseOrder order, int offset, int limit) {
        int[] places = orders.get(order);
        if (places == null) {
            places = IntSort.sorted(size, (one, other) -> compare(order, one, other));
            orders.put(order, places);
        }
        var numbers = new long[Math.max(0, Math.min(limit, found.cardinality() - offset))];
        int before = 0;
        int next = 0;
        for (int i = 0; next < numbers.length; i++) {
            if (found.get(places[i]) && before++ >= offset) {
                numbers[next++] = ids[places[i]];
            }
        }
        return numbers;
    }

    /** Whether an order was asked for before, so that asking again changes nothing here. */
    boolean isSorted(EnterpriseOrder order) {
        return orders.containsKey(order);
    }

    private int compare(EnterpriseOrder order, int one, int other) {
        int compared = switch (order) {
            case REVENUE -> descending(revenue[one], revenue[other]);
            case RD_COSTS -> descending(rdCosts[one], rdCosts[other]);
            case STAFF -> Integer.compare(staff[other], staff[one]); // nothing held is the least
            case NEWEST -> Integer.compare(founded[other], founded[one]);
            case OLDEST ->
                Integer.compare(
                        founded[one] == NONE ? Integer.MAX_VALUE : founded[one],
                        founded[other] == NONE ? Integer.MAX_VALUE : founded[other]);
            case NAME ->
                Arrays.compare(
                        names,
                        nameAt[one],
                        nameAt[one] + nameLength[one],
                        names,
                        nameAt[other],
                        nameAt[other] + nameLength[other]);
            case UPDATED -> Long.compare(updated[other], updated[one]);
            case CONFLICTS -> Integer.compare(conflicts[other], conflicts[one]);
        };
        return compared != 0 ? compared : Integer.compare(one, other);
    }

    private static int descending(double one, double other) {
        boolean no = Double.isNaN(one);
        return no || Double.isNaN(other) ? Boolean.compare(no, Double.isNaN(other)) : Double.compare(other, one);
    }

    private static int[] without(int[] sorted, int place) {
        var less = new int[sorted.length - 1];
        int at = 0;
        while (sorted[at] != place) {
            at++;
        }
        System.arraycopy(sorted, 0, less, 0, at);
        System.arraycopy(sorted, at + 1, less, at, less.length - at);
        return less;
    }

    private int[] inserted(EnterpriseOrder order, int[] sorted, int count, int place) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(order, sorted[middle], place) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        var more = new int[count + 1];
        System.arraycopy(sorted, 0, more, 0, low);
        more[low] = place;
        System.arraycopy(sorted, low, more, low + 1, count - low);
        return more;
    }

    /** Regions with how many enterprises they have, the largest first. */
    Map<String, Integer> regionCounts() {
        return counted(regions, regionWords);
    }

    /** Parks, alike. */
    Map<String, Integer> parkCounts() {
        return counted(parks, parkWords);
    }

    private Map<String, Integer> counted(int[] column, SharedWords words) {
        var counts = new int[words.size()];
        for (int place = listed.nextSetBit(0); place >= 0; place = listed.nextSetBit(place + 1)) {
            if (column[place] >= 0) {
                counts[column[place]]++;
            }
        }
        return words.counted(counts);
    }
}
