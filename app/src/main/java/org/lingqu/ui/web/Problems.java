package org.lingqu.ui.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.lingqu.ui.NotFound;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Refusals that any controller may give. */
@ControllerAdvice
final class Problems {

    @ExceptionHandler(NotFound.class)
    void notFound(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    /** An address in which somebody typed letters for a number leads nowhere. */
    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    void malformed(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
