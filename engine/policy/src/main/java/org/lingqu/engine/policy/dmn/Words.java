package org.lingqu.engine.policy.dmn;

/** Names that every FEEL engine reads as one word: letters, digits and underscores. */
final class Words {

    private Words() {}

    /** The text with every other character turned into an underscore. */
    static String word(String text) {
        var word = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isLetterOrDigit(c) || Character.getType(c) == Character.LETTER_NUMBER ? c : '_')
                .forEach(word::appendCodePoint);
        if (word.isEmpty() || Character.isDigit(word.codePointAt(0))) {
            word.insert(0, '_');
        }
        return word.toString();
    }
}
