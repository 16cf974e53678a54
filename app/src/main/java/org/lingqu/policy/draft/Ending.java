package org.lingqu.policy.draft;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the last day of its validity into a policy file, and touches nothing else. */
final class Ending {

    private static final Pattern FLOW = Pattern.compile(
            "(?m)^(valid:[ \\t]*\\{[ \\t]*from:[ \\t]*[0-9-]+)([ \\t]*,[ \\t]*to:[ \\t]*[0-9-]+)?([ \\t]*}.*)$");
    private static final Pattern BLOCK = Pattern.compile(
            "(?m)^(valid:[ \\t]*(?:#.*)?\\R([ \\t]+)from:[ \\t]*[0-9-]+.*)(\\R[ \\t]+to:[ \\t]*[0-9-]+)?");

    private Ending() {}

    /** The text with that last day; empty where the file writes its validity in a way that is not known here. */
    static Optional<String> of(String text, LocalDate last) {
        Matcher flow = FLOW.matcher(text);
        if (flow.find()) {
            return Optional.of(text.substring(0, flow.start())
                    + flow.group(1)
                    + ", to: "
                    + last
                    + flow.group(3)
                    + text.substring(flow.end()));
        }
        Matcher block = BLOCK.matcher(text);
        if (block.find()) {
            return Optional.of(text.substring(0, block.start())
                    + block.group(1)
                    + "\n"
                    + block.group(2)
                    + "to: "
                    + last
                    + text.substring(block.end()));
        }
        return Optional.empty();
    }
}
