package org.lingqu.engine.policy.feel.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The regular expressions of XPath, which FEEL uses, on those of Java. A pattern that backtracks without end is given up
 * after a fixed number of steps, and is then no answer (null), as an invalid one is.
 */
final class Regex {

    /** Characters a match may look at, again and again ones included: a few milliseconds. */
    private static final int MOST_LOOKS = 2_000_000;

    private static final int LONGEST_PATTERN = 2_000;

    private final Pattern pattern;

    private Regex(Pattern pattern) {
        this.pattern = pattern;
    }

    /** Null if the pattern or the flags (s, m, i, x, q) are not those of XPath. */
    static @Nullable Regex of(String pattern, String flags) {
        int options = Pattern.UNIX_LINES;
        boolean ignoreSpace = false;
        for (int i = 0; i < flags.length(); i++) {
            switch (flags.charAt(i)) {
                case 's' -> options |= Pattern.DOTALL;
                case 'm' -> options |= Pattern.MULTILINE;
                case 'i' -> options |= Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
                case 'x' -> ignoreSpace = true;
                case 'q' -> options |= Pattern.LITERAL;
                default -> {
                    return null;
                }
            }
        }
        if (pattern.length() > LONGEST_PATTERN) {
            return null;
        }
        boolean literal = (options & Pattern.LITERAL) != 0;
        Optional<String> translated = literal
                ? Optional.of(pattern)
                : XPathPattern.translate(ignoreSpace ? XPathPattern.withoutSpace(pattern) : pattern, options);
        return translated.isEmpty() ? null : compiled(translated.get(), options);
    }

    private static @Nullable Regex compiled(String pattern, int options) {
        try {
            return new Regex(Pattern.compile(pattern, options));
        } catch (PatternSyntaxException notAPattern) {
            return null;
        }
    }

    /** Null when the match was given up. */
    @Nullable Boolean isFoundIn(String input) {
        return guarded(input, Matcher::find);
    }

    /** Null when the replacement is invalid, the pattern matches nothing at all, or the match was given up. */
    @Nullable String replace(String input, String replacement) {
        boolean literal = (pattern.flags() & Pattern.LITERAL) != 0;
        String java = literal ? Matcher.quoteReplacement(replacement) : XPathPattern.replacement(replacement, groups());
        return java == null ? null : guarded(input, matcher -> matchesNothing() ? null : matcher.replaceAll(java));
    }

    private int groups() {
        return pattern.matcher("").groupCount();
    }

    private boolean matchesNothing() {
        return pattern.matcher("").matches();
    }

    /** Null when the pattern matches nothing at all or the match was given up. */
    @Nullable List<String> split(String input) {
        return guarded(input, matcher -> {
            if (matchesNothing()) {
                return null;
            }
            List<String> parts = new ArrayList<>();
            int from = 0;
            while (matcher.find()) {
                parts.add(input.substring(from, matcher.start()));
                from = matcher.end();
            }
            parts.add(input.substring(from));
            return parts;
        });
    }

    private <T> @Nullable T guarded(String input, Function<Matcher, @Nullable T> use) {
        try {
            return use.apply(pattern.matcher(new Counted(input, MOST_LOOKS + 20 * input.length())));
        } catch (GivenUp tooLong) {
            return null;
        } catch (StackOverflowError tooDeep) {
            // Java's matcher recurses for every turn of a group such as (a|b)*: on a long text that is no answer
            // either.
            return null;
        }
    }

    private static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1;

        GivenUp() {
            super(null, null, false, false);
        }
    }

    /** Text that can be looked at so many times. */
    private static final class Counted implements CharSequence {

        private final CharSequence text;
        private int looksLeft;

        Counted(CharSequence text, int looks) {
            this.text = text;
            this.looksLeft = looks;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (--looksLeft < 0) {
                throw new GivenUp();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
