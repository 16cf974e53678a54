package org.lingqu.library.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody's browser, as far as HTTP goes: cookies, forms, no redirect followed. */
public final class Site {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    public Site(String base) {
        this.base = base;
    }

    public Site signIn(String login, String password) {
        HttpResponse<String> answer = post("/sign-in", "/sign-in", Map.of("login", login, "password", password));
        if (answer.statusCode() != 302) {
            throw new AssertionError("not signed in: " + answer.statusCode());
        }
        return this;
    }

    /** What a cookie holds. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findAny()
                .orElseThrow()
                .getValue();
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    public HttpResponse<byte[]> bytes(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Sends a form with the token that stands on another page. */
    public HttpResponse<String> post(String page, String path, Map<String, String> fields) {
        Matcher token = TOKEN.matcher(get(page).body());
        String csrf = token.find() ? token.group(1) : "";
        String form = "_csrf=" + URLEncoder.encode(csrf, UTF_8) + "&"
                + fields.entrySet().stream()
                        .map(field -> URLEncoder.encode(field.getKey(), UTF_8) + "="
                                + URLEncoder.encode(field.getValue(), UTF_8))
                        .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    /** Sends a file in a form, with the token that stands on another page. */
    public HttpResponse<String> upload(String page, String path, String field, String fileName, byte[] content) {
        Matcher token = TOKEN.matcher(get(page).body());
        String csrf = token.find() ? token.group(1) : "";
        String border = "lingqu-border";
        byte[] head = """
                --%1$s\r
                Content-Disposition: form-data; name="_csrf"\r
                \r
                %2$s\r
                --%1$s\r
                Content-Disposition: form-data; name="%3$s"; filename="%4$s"\r
                Content-Type: application/octet-stream\r
                \r
                """.formatted(border, csrf, field, fileName).getBytes(UTF_8);
        byte[] tail = "\r\n--%s--\r\n".formatted(border).getBytes(UTF_8);
        return send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "multipart/form-data; boundary=" + border)
                        .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(head, content, tail)))
                        .build(),
                HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    /** Sends a form with a file, as a browser does. */
    public HttpResponse<String> send(String page, String path, Map<String, String> fields, String name, Path file) {
        Matcher token = TOKEN.matcher(get(page).body());
        String boundary = "lingqu-" + System.nanoTime();
        var before = new StringBuilder();
        var all = new java.util.TreeMap<>(fields);
        all.put("_csrf", token.find() ? token.group(1) : "");
        all.forEach((key, value) -> before.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, key, value)));
        before.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                        .formatted(boundary, name, file.getFileName()));
        try {
            return send(
                    HttpRequest.newBuilder(URI.create(base + path))
                            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                            .POST(HttpRequest.BodyPublishers.concat(
                                    HttpRequest.BodyPublishers.ofString(before.toString()),
                                    HttpRequest.BodyPublishers.ofFile(file),
                                    HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                            .build(),
                    HttpResponse.BodyHandlers.ofString(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
