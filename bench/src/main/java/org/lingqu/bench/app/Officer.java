package org.lingqu.bench.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** An officer before her browser, as far as HTTP goes. Safe for use by many threads once she has signed in. */
final class Officer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String base;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .connectTimeout(PATIENCE)
            .build();
    private volatile String token = "";

    /** @param address with a slash at the end */
    Officer(String address) {
        this.base = address.substring(0, address.length() - 1);
    }

    /** Signs in, and keeps the token that forms of this session carry. */
    void signIn(String login, String password) throws IOException, InterruptedException {
        var form =
                new LinkedHashMap<>(form("/sign-in", "/sign-in").orElseThrow(() -> new IOException("no sign-in form")));
        form.put("login", login);
        form.put("password", password);
        HttpResponse<String> answer = send("/sign-in", form);
        if (answer.statusCode() != 302) {
            throw new IOException("not signed in: " + answer.statusCode());
        }
        token = form("/library/import", "/library/import/text")
                .orElseThrow(() -> new IOException("no form to import by"))
                .getOrDefault("_csrf", "");
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    /** What a form on a page would send if she changed nothing; empty when the page has no such form. */
    Optional<Map<String, String>> form(String page, String action) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(page);
        if (answer.statusCode() != 200) {
            return Optional.empty();
        }
        Element form = Jsoup.parse(answer.body()).selectFirst("form[action=" + action + "]");
        if (!(form instanceof FormElement filled)) {
            return Optional.empty();
        }
        var fields = new LinkedHashMap<String, String>();
        filled.formData().forEach(field -> fields.put(field.key(), field.value()));
        return Optional.of(fields);
    }

    /** Sends a form with the token of her session. */
    HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", token);
        return send(path, all);
    }

    private HttpResponse<String> send(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return client.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
