package org.lingqu.engine.text;

import org.jspecify.annotations.Nullable;

/** A person in an office: {@code 厅长} of {@code 广西科技厅}. */
public record RoleMention(
        String person, String title, @Nullable String organisation, Span span) {}
