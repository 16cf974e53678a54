package org.lingqu.ui.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lingqu.account.Access;
import org.lingqu.database.Outage;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What somebody sees when a request cannot be answered: what happened and what to do, never how it looks inside. */
@Controller
final class ErrorPages implements ErrorController {

    private static final Set<Integer> EXPLAINED = Set.of(400, 401, 403, 404, 405, 413, 415, 422, 429, 503);

    @Access(everybody = true)
    @RequestMapping(path = "/error")
    Object error(HttpServletRequest request, HttpServletResponse response) {
        Optional<Outage> outage = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure
                ? Outage.of(failure)
                : Optional.empty();
        int status = outage.isPresent()
                ? HttpStatus.SERVICE_UNAVAILABLE.value()
                : request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        response.setStatus(status);
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        String explained =
                outage.map(Outage::name).orElseGet(() -> Integer.toString(EXPLAINED.contains(status) ? status : 500));
        if (path.startsWith("/api/")) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(Map.of(
                            "status",
                            status,
                            "title",
                            HttpStatus.valueOf(status).getReasonPhrase(),
                            "code",
                            outage.isPresent() ? explained : "HTTP_" + explained));
        }
        return new ModelAndView("ui/error.jte", Map.of("status", status, "explained", explained));
    }
}
