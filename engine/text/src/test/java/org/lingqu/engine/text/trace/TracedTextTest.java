package org.lingqu.engine.text.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lingqu.engine.text.Span;

class TracedTextTest {

    @Test
    void countsCodePointsNotUnits() {
        TracedText text = TracedText.ofFile("𠮷林\n省");
        assertThat(text.span(0, 2)).isEqualTo(new Span(0, 1));
        assertThat(text.span(2, 3)).isEqualTo(new Span(1, 2));
        assertThat(text.span(4, 5)).isEqualTo(new Span(3, 4));
    }

    @Test
    void aSpanCoversWhatWasRemovedInsideIt() {
        TracedText file = TracedText.ofFile("創(chuàng)新");
        TracedText clean = new TracedText.Builder()
                .append("创", new Span(0, 9))
                .append(file, 9, 10)
                .build();
        assertThat(clean).hasToString("创新");
        assertThat(clean.span()).isEqualTo(new Span(0, 10));
    }

    @Test
    void stripsWhiteSpaceOfEveryWidth() {
        TracedText text = TracedText.ofFile("\u3000\u00a0 全国 \ufeff").strip();
        assertThat(text).hasToString("全国");
        assertThat(text.span()).isEqualTo(new Span(3, 5));
    }
}
