package org.lingqu.engine.policy.feel.syntax;

/**
 * @param text the symbol or keyword itself, a name as it is declared, a string with its escapes resolved
 * @param start UTF-16 index, inclusive
 * @param end UTF-16 index, exclusive
 */
record Token(Kind kind, String text, int start, int end) {

    enum Kind {
        NUMBER,
        STRING,
        NAME,
        KEYWORD,
        SYMBOL,
        END
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isKeyword(String word) {
        return kind == Kind.KEYWORD && text.equals(word);
    }

    /** Whether a value can begin here. */
    boolean startsOperand() {
        return switch (kind) {
            case NUMBER, STRING, NAME -> true;
            case KEYWORD ->
                switch (text) {
                    case "if", "for", "some", "every", "function", "true", "false", "null" -> true;
                    default -> false;
                };
            case SYMBOL -> text.equals("(") || text.equals("[") || text.equals("{") || text.equals("@");
            case END -> false;
        };
    }

    Place place() {
        return new Place(start, end);
    }
}
