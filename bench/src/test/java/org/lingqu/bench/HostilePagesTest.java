package org.lingqu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lingqu.engine.text.PageRead;
import org.lingqu.engine.text.PageReader;
import org.lingqu.engine.text.PageRefused;
import org.lingqu.engine.text.PageSource;
import org.lingqu.engine.text.Reading;

/** Hostile pages are read or refused, and the next page is read. How long it takes is for {@code ./lingqu bench hostile} to say. */
class HostilePagesTest {

    private static final PageReader READER = new PageReader();

    static List<HostilePages.Hostile> hostile() {
        return HostilePages.all();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    @Timeout(value = 2, unit = TimeUnit.MINUTES) // against work without end, not a measurement
    void isReadOrRefusedAndTheNextPageIsRead(HostilePages.Hostile page) {
        Reading reading = READER.read(new PageSource("hostile", page.content().get()));

        if (reading instanceof PageRefused refused) {
            assertThat(refused.code()).matches("[A-Z_]+");
            assertThat(refused.advice()).isNotBlank();
        }
        assertThat(READER.read(new PageSource("page", HostilePages.harmless()))).isInstanceOf(PageRead.class);
    }
}
