package org.lingqu.engine.policy.feel.dmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {

    private static Element read(String xml) throws IOException {
        return XmlReader.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void namespacesAreLeftAside() throws IOException {
        Element root = read("<d:a xmlns:d='urn:x' d:k='v'><d:b>文<![CDATA[ & 字]]></d:b></d:a>");
        assertThat(root.attribute("k")).isEqualTo("v");
        assertThat(root.childText("b")).isEqualTo("文 & 字");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not xml",
                "<a><b></a>",
                "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>",
                "<!DOCTYPE a [<!ENTITY x 'x'><!ENTITY y '&x;&x;&x;&x;'>]><a>&y;</a>"
            })
    void whatIsNoPlainXmlIsRefused(String xml) {
        assertThatThrownBy(() -> read(xml)).isInstanceOf(IOException.class);
    }

    @Test
    void hundredThousandLevelsAreRefused() {
        assertThatThrownBy(() -> read("<a>".repeat(100_000))).isInstanceOf(IOException.class);
    }
}
