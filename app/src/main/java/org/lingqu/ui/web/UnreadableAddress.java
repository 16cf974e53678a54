package org.lingqu.ui.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/**
 * The page for addresses that the server cannot read ({@code %00}, {@code %zz}) and so never hands to the application. Made by the
 * server itself, which is why it has to be public and to stand on its own.
 */
public final class UnreadableAddress extends ErrorReportValve {

    private static final byte[] PAGE = """
            <!DOCTYPE html>
            <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>地址无法识别 · 灵渠</title><link rel="stylesheet" href="/assets/lingqu.css"></head>
            <body><main id="content"><section class="sheet"><h1>地址无法识别</h1>
            <p>这个地址里有不能识别的字符，服务器没有处理。请检查地址，或回到<a href="/">首页</a>。</p>
            <p lang="en">There are characters in this address that cannot be read. Check it, or go to the <a href="/">first page</a>.</p>
            </section></main></body></html>
            """.getBytes(StandardCharsets.UTF_8);

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType("text/html;charset=utf-8");
            response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.getOutputStream().write(PAGE);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("nobody waits for the page of an unreadable address", e);
        }
    }
}
