package org.lingqu.engine.text.repair;

import org.lingqu.engine.text.RepairKind;

/**
 * One change to a line: {@code words} instead of what stands at {@code [start, end)}.
 *
 * @param start UTF-16 index into the line as it is when the edit is found
 * @param words what stands there afterwards; empty to remove
 */
record Edit(int start, int end, String words, RepairKind kind, boolean certain) {}
