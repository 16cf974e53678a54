package org.lingqu.library.web;

import org.lingqu.library.version.Change;
import org.lingqu.library.version.ChangeKind;

/**
 * A change with the words around it.
 *
 * @param before what stands before it in the newer version; empty outside the text
 * @param after what follows it there
 */
public record ShownChange(ChangeKind kind, Change.Part part, String before, String was, String now, String after) {}
