package org.lingqu.ui.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Renders names that end in {@code .jte}; the template gets the model and {@code ui}. */
@Component
final class JteViews implements ViewResolver {

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, JteViews.class.getClassLoader());
    private final UiFactory uis;

    JteViews(UiFactory uis) {
        this.uis = uis;
        engine.setBinaryStaticContent(true);
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        return name.endsWith(".jte") ? new JteView(name) : null;
    }

    private final class JteView implements View {

        private final String template;

        JteView(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            var values = new HashMap<String, Object>();
            if (model != null) {
                model.forEach((key, value) -> {
                    if (key.indexOf('.') < 0) { // Spring's own entries carry class names
                        values.put(key, value);
                    }
                });
            }
            values.put("ui", uis.of(request));
            var output = new Utf8ByteOutput();
            engine.render(template, values, output); // wholly, before a byte is sent: a failure gives a clear page
            response.setContentType(getContentType());
            if (!response.containsHeader("Cache-Control")) {
                response.setHeader("Cache-Control", "no-store");
            }
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }
    }
}
