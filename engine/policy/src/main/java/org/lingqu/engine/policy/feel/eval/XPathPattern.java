package org.lingqu.engine.policy.feel.eval;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes patterns of XPath (XQuery and XPath Functions 3.1, 5.6.1; XML Schema 2, appendix F) as Java's, refusing what only Java knows. */
final class XPathPattern {

    private static final String NAME_START =
            "A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF"
                    + "\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD:";
    private static final String NAME = NAME_START + "\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040";
    private static final String ESCAPES = "nrt\\|.?*+(){}$-[]^/dDsSwW";
    private static final int DEEPEST = 100;

    private final String from;
    private final int options;
    private int groups;
    private final StringBuilder to = new StringBuilder();
    private int at;
    private boolean valid = true;

    private XPathPattern(String from, int options) {
        this.from = from;
        this.options = options;
    }

    /**
     * Empty if it is no pattern of XPath.
     *
     * @param options Java's DOTALL and MULTILINE
     */
    static Optional<String> translate(String pattern, int options) {
        XPathPattern translation = new XPathPattern(pattern, options);
        translation.all();
        return translation.valid ? Optional.of(translation.to.toString()) : Optional.empty();
    }

    /** The pattern as flag x reads it: white space outside of character classes is not there. */
    static String withoutSpace(String pattern) {
        StringBuilder dense = new StringBuilder();
        int classes = 0;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean escaped = i > 0 && pattern.charAt(i - 1) == '\\';
            classes += escaped ? 0 : c == '[' ? 1 : c == ']' ? -1 : 0;
            if (classes > 0 || !Character.isWhitespace(c)) {
                dense.append(c);
            }
        }
        return dense.toString();
    }

    private void all() {
        int depth = 0;
        while (valid && at < from.length()) {
            char c = from.charAt(at);
            switch (c) {
                case '\\' -> escape(false);
                case '[' -> characterClass(0);
                case '(' -> {
                    depth++;
                    valid = depth <= DEEPEST && openGroup();
                }
                case ')' -> {
                    depth--;
                    copy(1);
                }
                case '*', '+', '?', '}' -> quantifier(c);
                case '$' -> {
                    to.append((options & Pattern.MULTILINE) != 0 ? "$" : "\\z");
                    at++;
                }
                case '.' -> {
                    to.append((options & Pattern.DOTALL) != 0 ? "." : "[^\\n\\r]");
                    at++;
                }
                default -> copy(1);
            }
        }
    }

    private void copy(int length) {
        to.append(from, at, at + length);
        at += length;
    }

    private boolean openGroup() {
        if (!from.startsWith("(?", at)) {
            copy(1);
            groups++;
            return true;
        }
        if (from.startsWith("(?:", at)) {
            copy(3);
            return true;
        }
        return false;
    }

    /** A second {@code +} would be possessive in Java; a second {@code ?} is reluctant in both. */
    private void quantifier(char c) {
        copy(1);
        if (at < from.length() && from.charAt(at) == '?' && c != '?') {
            copy(1);
        } else if (at < from.length() && c == '?' && from.charAt(at) == '?') {
            copy(1);
        }
        valid &= at >= from.length() || "*+?".indexOf(from.charAt(at)) < 0;
    }

    private void escape(boolean inClass) {
        char kind = at + 1 < from.length() ? from.charAt(at + 1) : '\0';
        if (kind == 'i' || kind == 'c' || kind == 'I' || kind == 'C') {
            String set = Character.toLowerCase(kind) == 'i' ? NAME_START : NAME;
            to.append(Character.isLowerCase(kind) ? "[" : "[^").append(set).append(']');
            at += 2;
        } else if (kind == 'p' || kind == 'P') {
            category();
        } else if (ESCAPES.indexOf(kind) >= 0) {
            copy(2);
        } else if (kind >= '1' && kind <= '9' && kind - '0' <= groups && !inClass) {
            copy(2);
        } else {
            valid = false;
        }
    }

    private void category() {
        int close = from.indexOf('}', at);
        if (!from.startsWith("{", at + 2) || close < 0) {
            valid = false;
            return;
        }
        String name = from.substring(at + 3, close);
        // XML Schema names blocks IsBasicLatin, which Java calls InBasicLatin.
        String java = name.startsWith("Is") ? "In" + name.substring(2) : name;
        to.append(from, at, at + 2).append('{').append(java).append('}');
        at = close + 1;
    }

    private void characterClass(int depth) {
        copy(1);
        if (from.startsWith("^", at)) {
            copy(1);
        }
        int start = at;
        while (valid && at < from.length() && from.charAt(at) != ']') {
            char c = from.charAt(at);
            if (c == '\\') {
                escape(true);
            } else if (c == '-' && from.startsWith("-[", at)) {
                subtract(depth);
            } else if (c == '[') {
                valid = false;
            } else {
                to.append(c == '&' ? "\\" : "");
                copy(1);
            }
        }
        valid &= at < from.length() && at > start && depth <= DEEPEST;
        if (valid) {
            copy(1);
        }
    }

    /** {@code [a-z-[aeiou]]} is {@code [a-z&&[^aeiou]]} in Java. */
    private void subtract(int depth) {
        to.append("&&");
        at++;
        int open = to.length();
        characterClass(depth + 1);
        if (valid) {
            boolean negated = to.length() > open + 1 && to.charAt(open + 1) == '^';
            if (negated) {
                to.deleteCharAt(open + 1);
            } else {
                to.insert(open + 1, '^');
            }
            valid = from.startsWith("]", at);
        }
    }

    /** The replacement as Java writes it: {@code $n}, {@code \$} and {@code \\}; null if it is invalid. */
    static @Nullable String replacement(String text, int groups) {
        StringBuilder java = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : '\0';
            if (c == '\\') {
                if (next != '\\' && next != '$') {
                    return null;
                }
                java.append(c).append(next);
                i++;
            } else if (c == '$') {
                int end = i + 1;
                int group = 0;
                // The longest number that is a group; further digits are text.
                while (end < text.length()
                        && Character.isDigit(text.charAt(end))
                        && (end == i + 1 || group * 10 + text.charAt(end) - '0' <= groups)) {
                    group = group * 10 + text.charAt(end++) - '0';
                }
                if (end == i + 1) {
                    return null;
                }
                java.append(group <= groups ? "$" + group : "");
                if (end < text.length() && Character.isDigit(text.charAt(end))) {
                    java.append('\\').append(text.charAt(end++));
                }
                i = end - 1;
            } else {
                java.append(c);
            }
        }
        return java.toString();
    }
}
