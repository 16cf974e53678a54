package org.lingqu.engine.text.source;

import java.util.Arrays;

/** Turns string indexes into code points of the file. */
final class CodePoints {

    /** Indexes of the low half of every pair, ascending. */
    private final int[] pairs;

    CodePoints(String text) {
        int[] found = new int[16];
        int count = 0;
        for (int i = 1; i < text.length(); i++) {
            if (Character.isLowSurrogate(text.charAt(i)) && Character.isHighSurrogate(text.charAt(i - 1))) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = i;
            }
        }
        pairs = Arrays.copyOf(found, count);
    }

    /** How many code points stand before the string index. */
    int before(int index) {
        if (pairs.length == 0) {
            return index;
        }
        int place = Arrays.binarySearch(pairs, index);
        return index - (place >= 0 ? place : -place - 1);
    }
}
