package org.lingqu.library.web;

import org.lingqu.library.Visibility;

/** What was typed into the forms of an import, shown again when it was refused. */
public record ImportForm(String text, String address, String folder, Visibility visibility) {}
