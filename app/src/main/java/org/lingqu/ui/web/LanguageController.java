package org.lingqu.ui.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.lingqu.account.Access;
import org.lingqu.ui.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Remembers the language somebody chose, and leads back to where she was. */
@Controller
final class LanguageController {

    @Access(everybody = true)
    @GetMapping("/language")
    String choose(
            @RequestParam(defaultValue = "zh") String to,
            @RequestParam(defaultValue = "/") String then,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(UiFactory.LANGUAGE_COOKIE, Language.of(to).code())
                        .path("/")
                        .maxAge(Duration.ofDays(365))
                        .sameSite("Lax")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .build()
                        .toString());
        boolean ours = then.startsWith("/") && !then.startsWith("//") && !then.contains("\\");
        return "redirect:" + (ours ? then : "/");
    }
}
