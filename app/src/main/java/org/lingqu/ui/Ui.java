package org.lingqu.ui;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Actor;
import org.lingqu.engine.policy.Phrase;

/**
 * What a template knows of the request it answers; every template gets one as {@code ui}.
 *
 * @param path of the request, without its query
 * @param query of the request, without the question mark; empty when there is none
 * @param nav the main menu as this person sees it
 * @param csrf token that every form sends back as {@code _csrf}; asking for it begins a session
 * @param done key of what was just done, told once on top of the page; null when nothing
 */
public record Ui(
        Words words,
        Language language,
        Actor actor,
        String path,
        String query,
        List<NavEntry> nav,
        Supplier<String> csrf,
        @Nullable String done) {

    /** Clocks of the country the platform is for. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /** What the word files say for a key. */
    public String say(String key, Object... values) {
        return words.say(language, key, values);
    }

    /** A constant of an enum in words: {@code prefix.NAME}. */
    public String say(String prefix, Enum<?> constant) {
        return say(prefix + "." + constant.name());
    }

    /** What the engine says of a file, in the language of the page. */
    public String said(Phrase phrase) {
        return language == Language.ZH ? phrase.chinese() : phrase.english();
    }

    /** Whether the word files say something for a key. */
    public boolean has(String key) {
        return words.has(language, key);
    }

    /** The token of forms. */
    public String token() {
        return csrf.get();
    }

    /** A moment to the minute. */
    public String minute(@Nullable Instant moment) {
        return moment == null ? "" : MINUTE.format(moment.atZone(ZONE));
    }

    /** A moment to the second. */
    public String second(@Nullable Instant moment) {
        return moment == null ? "" : SECOND.format(moment.atZone(ZONE));
    }

    /** A day. */
    public String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /** A whole number with separators. */
    public String count(long number) {
        return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }

    /** A decimal with separators and all its digits. */
    public String number(@Nullable BigDecimal number) {
        return number == null
                ? ""
                : new DecimalFormat("#,##0.##########", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }

    /** Whether a menu entry is where the reader is. */
    public boolean isAt(NavEntry entry) {
        return path.equals(entry.path()) || path.startsWith(entry.path() + "/");
    }

    /** This address with a parameter put, replaced or, where {@code value} is empty, left away. */
    public String with(String name, Object value) {
        String kept = Arrays.stream(query.split("&"))
                .filter(pair -> !pair.isEmpty() && !pair.startsWith(name + "=") && !pair.startsWith("done="))
                .collect(Collectors.joining("&"));
        String text = String.valueOf(value);
        String pair = text.isEmpty() ? "" : name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        String all = kept.isEmpty() || pair.isEmpty() ? kept + pair : kept + "&" + pair;
        return all.isEmpty() ? path : path + "?" + all;
    }

    /** A parameter of this address; empty when it is not given. */
    public String parameter(String name) {
        return parameters()
                .filter(field -> field.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** The parameters of this address but for some, for forms that keep them. */
    public List<Map.Entry<String, String>> parametersBut(String... left) {
        return parameters()
                .filter(field -> !List.of(left).contains(field.getKey()))
                .toList();
    }

    private Stream<Map.Entry<String, String>> parameters() {
        return Arrays.stream(query.split("&")).filter(pair -> !pair.isEmpty()).map(pair -> {
            int equals = pair.indexOf('=');
            return equals < 0
                    ? Map.entry(decoded(pair), "")
                    : Map.entry(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        });
    }

    /** What is no escape stays as it was typed. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** This address in the other language. */
    public String otherLanguage() {
        String here = query.isEmpty() ? path : path + "?" + query;
        return "/language?to=" + language.other().code() + "&then=" + URLEncoder.encode(here, StandardCharsets.UTF_8);
    }
}
