package org.lingqu.registry;

import org.jspecify.annotations.Nullable;

/**
 * Which firms of a list were read, by credit code and, where a row gives none, by name. Codes and names of a million firms would
 * fill two hundred megabytes, so hashes of 64 bits are kept; that two firms of a million share one has odds of one in thirty
 * million, and then a row is refused, never mixed up.
 */
final class SeenFirms {

    private final Rows codes = new Rows();
    /** Names in all rows, and in those without a code. */
    private final Rows names = new Rows();

    private final Rows namesAlone = new Rows();

    /** @return the row that speaks of the same firm, or 0 when this one is the first */
    int see(ReadRow row) {
        String name = row.name();
        long key = name == null ? 0 : hash(NameKey.of(name));
        if (row.code() == null) {
            int earlier = names.put(key, row.row());
            if (earlier == 0) {
                namesAlone.put(key, row.row());
            }
            return earlier;
        }
        int earlier = codes.put(hash(row.code()), row.row());
        if (earlier == 0 && name != null) {
            earlier = namesAlone.get(key);
            names.put(key, row.row());
        }
        return earlier;
    }

    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x9e3779b97f4a7c15L;
            hash ^= hash >>> 29;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        hash ^= hash >>> 31;
        return hash == 0 ? 1 : hash; // 0 is an empty place
    }

    /** Rows by hash, in open addressing. */
    private static final class Rows {

        private long @Nullable [] keys;
        private int @Nullable [] rows;
        private int size;

        /** Keeps the first row of a key; gives an earlier one, or 0. */
        int put(long key, int row) {
            if (keys == null || rows == null) {
                keys = new long[1024];
                rows = new int[1024];
            } else if (size * 2 > keys.length) {
                grow(keys, rows);
            }
            int at = place(keys, key);
            if (keys[at] == key) {
                return rows[at];
            }
            keys[at] = key;
            rows[at] = row;
            size++;
            return 0;
        }

        int get(long key) {
            if (keys == null || rows == null) {
                return 0;
            }
            int at = place(keys, key);
            return keys[at] == key ? rows[at] : 0;
        }

        private void grow(long[] oldKeys, int[] oldRows) {
            var moreKeys = new long[oldKeys.length * 2];
            var moreRows = new int[oldKeys.length * 2];
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldKeys[i] != 0) {
                    int at = place(moreKeys, oldKeys[i]);
                    moreKeys[at] = oldKeys[i];
                    moreRows[at] = oldRows[i];
                }
            }
            keys = moreKeys;
            rows = moreRows;
        }

        private static int place(long[] keys, long key) {
            int at = (int) key & (keys.length - 1);
            while (keys[at] != 0 && keys[at] != key) {
                at = (at + 1) & (keys.length - 1);
            }
            return at;
        }
    }
}
