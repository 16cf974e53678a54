package org.lingqu.account;

import jakarta.servlet.http.HttpServletRequest;

/** Who sent a request. Controllers simply take an {@link Actor}; this is for what works below them. */
public final class Actors {

    private static final String ATTRIBUTE = "org.lingqu.actor";

    private Actors() {}

    /** Who sent it; a visitor when nobody has signed in. */
    public static Actor of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Actor actor ? actor : Actor.VISITOR;
    }

    /** Says who sent it; for the filter that found out. */
    public static void set(HttpServletRequest request, Actor actor) {
        request.setAttribute(ATTRIBUTE, actor);
    }
}
