package org.lingqu.ui.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/**
 * The pages for what the server refuses before the application sees it: addresses that cannot be read ({@code %00}, {@code %zz}) and
 * forms that are too large. Made by the server itself, which is why it has to be public and to stand on its own.
 */
public final class UnreadableAddress extends ErrorReportValve {

    private static final byte[] UNREADABLE = page(
            "地址无法识别",
            "这个地址里有不能识别的字符，服务器没有处理。请检查地址",
            "There are characters in this address that cannot be read. Check it");
    private static final byte[] TOO_MUCH = page(
            "提交的内容太多",
            "一次提交的内容超过了上限，服务器没有处理，也没有保存。请删减后再提交，浏览器的后退键可以找回刚才填写的内容",
            "More was sent than a form may hold; nothing was saved. Shorten it and send it again, the back button keeps what was typed");

    private static byte[] page(String title, String chinese, String english) {
        return """
                <!DOCTYPE html>
                <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s · 灵渠</title><link rel="stylesheet" href="/assets/lingqu.css"></head>
                <body><main id="content"><section class="sheet"><h1>%1$s</h1>
                <p>%2$s，或回到<a href="/">首页</a>。</p>
                <p lang="en">%3$s, or go to the <a href="/">first page</a>.</p>
                </section></main></body></html>
                """.formatted(title, chinese, english).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType("text/html;charset=utf-8");
            response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.getOutputStream()
                    .write(response.getStatus() == Response.SC_REQUEST_ENTITY_TOO_LARGE ? TOO_MUCH : UNREADABLE);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("nobody waits for the page of an unreadable address", e);
        }
    }
}
