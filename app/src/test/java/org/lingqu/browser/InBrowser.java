package org.lingqu.browser;

import java.lang.annotation.Annotation;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link Window} and, where they ask for it, the {@link Running} application behind it. Application and browsers
 * are started once for all tests and ended after the last. After each test the browser must not have complained, nor asked
 * any other host for anything.
 */
final class InBrowser implements ParameterResolver, AfterEachCallback, ExecutionCondition {

    private static final Namespace HOUSE = Namespace.create(InBrowser.class);
    private static final String WINDOW = "window of this test";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return "1".equals(System.getenv("LINGQU_NO_BROWSER"))
                ? ConditionEvaluationResult.disabled(
                        "LINGQU_NO_BROWSER=1: NOTHING A PERSON DOES IN A BROWSER IS TESTED")
                : ConditionEvaluationResult.enabled("in a browser");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Window.class || type == Running.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var house = context.getRoot().getStore(HOUSE);
        Running running = has(context, Empty.class)
                ? house.computeIfAbsent("empty", key -> new Once(Running::empty), Once.class)
                        .get()
                : house.computeIfAbsent("filled", key -> new Once(Running::filled), Once.class)
                        .get();
        if (parameter.getParameter().getType() == Running.class) {
            return running;
        }
        boolean scripts = !has(context, WithoutScripts.class);
        Browser browser = house.computeIfAbsent("scripts " + scripts, key -> new Browser(scripts), Browser.class);
        Window window = browser.fresh(running);
        context.getStore(HOUSE).put(WINDOW, window);
        return window;
    }

    /** Started once; when that fails it fails at once for all. */
    private static final class Once implements AutoCloseable {

        private @Nullable Running running;
        private @Nullable Throwable failure;

        Once(Supplier<Running> start) {
            try {
                running = start.get();
            } catch (RuntimeException | AssertionError e) {
                failure = e;
            }
        }

        Running get() {
            if (running == null) {
                throw new AssertionError("the application did not start", failure);
            }
            return running;
        }

        @Override
        public void close() {
            if (running != null) {
                running.close();
            }
        }
    }

    private static boolean has(ExtensionContext context, Class<? extends Annotation> annotation) {
        return context.getRequiredTestMethod().isAnnotationPresent(annotation)
                || context.getRequiredTestClass().isAnnotationPresent(annotation);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Window window = context.getStore(HOUSE).get(WINDOW, Window.class);
        if (window == null) {
            return;
        }
        if (context.getExecutionException().isPresent()) {
            window.keepPicture(context.getRequiredTestClass().getSimpleName() + "." + context.getDisplayName());
        } else {
            window.requireQuiet();
        }
    }
}
