package org.lingqu.ui.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/**
 * Says that an upload is too large before anybody looks for the token of its form, which is not read then: without this she would
 * be told that she has no right to upload.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class TooLarge extends OncePerRequestFilter {

    private final long mostBytes;

    TooLarge(MultipartProperties limits) {
        this.mostBytes = limits.getMaxRequestSize().toBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isUpload(request) && isTooLarge(request)) {
            // or the page that says so would try to read the upload again, and fail
            request.setAttribute(
                    RequestDispatcher.ERROR_EXCEPTION, new MaxUploadSizeExceededException(Math.max(0, mostBytes)));
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isUpload(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getContentType(), "")
                .toLowerCase(Locale.ROOT)
                .startsWith("multipart/form-data");
    }

    /** Too large as a whole, or one of its files is; the parts are read only once, so this costs nothing. */
    private boolean isTooLarge(HttpServletRequest request) throws ServletException, IOException {
        if (mostBytes >= 0 && request.getContentLengthLong() > mostBytes) {
            return true;
        }
        try {
            request.getParts();
            return false;
        } catch (IllegalStateException e) { // by the servlet specification: a limit was exceeded
            return true;
        }
    }
}
