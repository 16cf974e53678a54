package org.lingqu.ui;

/**
 * Which part of a long list is shown.
 *
 * @param number of the page, from 1
 * @param size lines a page
 * @param total lines in all
 */
public record Paging(int number, int size, long total) {

    /** A page that is there: asked for beyond the end it is the last one. */
    public static Paging of(int asked, int size, long total) {
        int last = (int) Math.max(1, (total + size - 1) / size);
        return new Paging(Math.min(Math.max(1, asked), last), size, total);
    }

    /** Lines before it. */
    public int offset() {
        return (number - 1) * size;
    }

    /** The last page. */
    public int last() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    /** Number of its first line, from 1; 0 when there is none. */
    public long from() {
        return total == 0 ? 0 : offset() + 1L;
    }

    /** Number of its last line. */
    public long to() {
        return Math.min(total, (long) offset() + size);
    }
}
