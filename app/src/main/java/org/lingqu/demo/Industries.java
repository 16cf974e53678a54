package org.lingqu.demo;

import java.util.List;

/** The industries of the demonstration region, read from {@code industries.tsv}. */
final class Industries {

    static final List<Industry> ALL =
            Tables.rows("industries.tsv").stream().map(Industries::industry).toList();

    private static final int[] SHARES = ALL.stream().mapToInt(Industry::share).toArray();

    private Industries() {}

    static Industry any(Dice dice) {
        return ALL.get(dice.weighted(SHARES));
    }

    private static Industry industry(List<String> row) {
        return new Industry(
                row.get(0),
                row.get(1),
                Integer.parseInt(row.get(2)),
                Integer.parseInt(row.get(3)),
                Integer.parseInt(row.get(4)),
                Integer.parseInt(row.get(5)),
                row.get(6),
                List.of(row.get(7).split("/")));
    }
}
