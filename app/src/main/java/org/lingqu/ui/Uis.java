package org.lingqu.ui;

import jakarta.servlet.http.HttpServletRequest;

/** Gives the {@link Ui} of a request, for answers that are made without a template: exports, charts, problems. */
public interface Uis {

    /** What may be known of a request. */
    Ui of(HttpServletRequest request);
}
