package org.lingqu.library;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Addresses of pages on the web. */
public final class Addresses {

    private Addresses() {}

    /** The same address however it was typed: scheme and host in lower case, no fragment, no slash at the end. */
    static String canonical(String address) {
        String text = address.strip();
        int fragment = text.indexOf('#');
        if (fragment >= 0) {
            text = text.substring(0, fragment);
        }
        int host = text.indexOf("://");
        if (host > 0) {
            int path = text.indexOf('/', host + 3);
            String front = path < 0 ? text : text.substring(0, path);
            text = front.toLowerCase(Locale.ROOT).replaceFirst("^https:", "http:")
                    + (path < 0 ? "" : text.substring(path));
        }
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /** The host; null when there is no address or none can be seen in it. */
    static @Nullable String site(@Nullable String address) {
        if (address == null) {
            return null;
        }
        try {
            return new URI(address.strip()).getHost();
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Whether it is an address of the web. */
    public static boolean isWeb(String address) {
        String lower = address.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://");
    }
}
