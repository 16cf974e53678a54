package org.lingqu.account.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.account.Actors;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Asks the route itself who may use it: {@link Access} on its method. Without one nobody may. */
final class RouteAccess implements AuthorizationManager<RequestAuthorizationContext> {

    private static final AuthorizationDecision GRANTED = new AuthorizationDecision(true);
    private static final AuthorizationDecision DENIED = new AuthorizationDecision(false);

    private final RequestMappingHandlerMapping routes;

    RouteAccess(RequestMappingHandlerMapping routes) {
        this.routes = routes;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        HandlerExecutionChain route;
        try {
            ServletRequestPathUtils.parseAndCache(request);
            route = routes.getHandler(request);
        } catch (HttpRequestMethodNotSupportedException e) {
            return GRANTED; // nothing will run; the answer is 405
        } catch (Exception e) {
            return DENIED;
        }
        if (route == null) {
            return GRANTED; // nothing will run; the answer is 404
        }
        return route.getHandler() instanceof HandlerMethod method
                        && isOpen(method.getMethodAnnotation(Access.class), Actors.of(request))
                ? GRANTED
                : DENIED;
    }

    private static boolean isOpen(@Nullable Access access, Actor actor) {
        return access != null
                && (access.everybody() || (access.signedIn() && actor.isSignedIn()) || actor.is(access.value()));
    }
}
