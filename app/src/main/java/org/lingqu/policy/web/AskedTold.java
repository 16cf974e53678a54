package org.lingqu.policy.web;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lingqu.policy.inquiry.Inquiries;

/**
 * What came of asking the enterprises of a call list, as the address of the page after it says: every one of them is told.
 *
 * @param firms how many were asked
 * @param things of how much, together
 * @param already how many had been asked before and have not answered
 * @param nothing of how many there was nothing to ask
 * @param left how many were not reached yet
 */
public record AskedTold(int firms, int things, int already, int nothing, int left) {

    private static final String NAME = "told";
    private static final Pattern FIVE = Pattern.compile("(\\d{1,8})(,\\d{1,8}){4}");

    /** As a part of an address. */
    static String of(Inquiries.Outcome.Done done) {
        return NAME + "=" + done.enterprises() + "," + done.inquiries() + "," + done.already() + "," + done.nothing()
                + "," + done.left();
    }

    /** From the parameters of an address; empty where nothing was asked just now. */
    static Optional<AskedTold> of(Map<String, String> query) {
        String told = query.getOrDefault(NAME, "");
        if (!FIVE.matcher(told).matches()) {
            return Optional.empty();
        }
        int[] numbers =
                Arrays.stream(told.split(",", -1)).mapToInt(Integer::parseInt).toArray();
        return Optional.of(new AskedTold(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]));
    }

    /** All enterprises of the list. */
    public int all() {
        return firms + already + nothing + left;
    }
}
