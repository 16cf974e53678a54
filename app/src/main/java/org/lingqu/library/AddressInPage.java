package org.lingqu.library;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** The address that a saved web page carries: what the browser noted when it saved it, or what the page says of itself. */
final class AddressInPage {

    /** It stands in the head; nobody's head is longer. */
    private static final int LOOKED_AT = 1 << 16;

    private static final int LONGEST = 2000;

    /** Surest first. Only the ASCII of the page matters, so the charset does not. */
    private static final List<Pattern> MARKS = List.of(
            Pattern.compile("<!-- saved from url=\\(\\d{4,6}\\)(\\S{1,2000}?) ?-->"),
            Pattern.compile(
                    "(?i)<link(?=[^>]{0,300}\\brel=[\"']?canonical\\b)[^>]{0,300}?\\bhref=[\"']([^\"'>]{1,2000})[\"']"),
            Pattern.compile(
                    "(?i)<meta(?=[^>]{0,300}\\bproperty=[\"']og:url[\"'])[^>]{0,300}?\\bcontent=[\"']([^\"'>]{1,2000})[\"']"));

    private AddressInPage() {}

    /** The address; empty when the page carries none of the web. */
    static Optional<String> of(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        for (Pattern mark : MARKS) {
            Matcher matcher = mark.matcher(head);
            if (matcher.find()) {
                String address = Parser.unescapeEntities(matcher.group(1), true).strip();
                if (Addresses.isWeb(address) && address.length() <= LONGEST && isAscii(address)) {
                    return Optional.of(address);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c > ' ' && c < 127);
    }
}
