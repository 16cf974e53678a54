package org.lingqu.bench.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lingqu.engine.policy.check.PackReader;
import org.lingqu.engine.policy.check.PolicyFile;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.dmn.DmnExport;
import org.xml.sax.SAXException;

/** Other engines load every exported policy and say what the interpreter says. */
class DmnExportTest {

    private static final Path FOLDER = Path.of("../policies");
    private static final PolicyPack PACK = read();
    private static final Schema SCHEMA = schema();

    private static PolicyPack read() {
        try {
            return PackReader.read(FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The standard's own schema, which Drools carries. */
    private static Schema schema() {
        URL dmn15 = Objects.requireNonNull(
                DmnExportTest.class.getResource("/org/omg/spec/DMN/20230324/DMN15.xsd"), "DMN15.xsd");
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(dmn15);
        } catch (SAXException e) {
            throw new IllegalStateException(XMLConstants.W3C_XML_SCHEMA_NS_URI + " not understood", e);
        }
    }

    static List<PolicyFile> files() {
        return PACK.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyModelFollowsTheStandardsSchema(PolicyFile file) throws IOException, SAXException {
        String xml = DmnExport.of(file.policy().orElseThrow(), PACK.facts()).xml();
        SCHEMA.newValidator().validate(new StreamSource(new StringReader(xml)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void droolsDecidesAsTheInterpreter(PolicyFile file) throws IOException {
        DmnRun.Result result = new DmnRun(PACK, FOLDER, Drools::load).examples(file);
        assertThat(result.differences()).isEmpty();
        assertThat(result.values()).isGreaterThan(30);
    }

    @ParameterizedTest
    @MethodSource("files")
    void camundaDecidesAsTheInterpreter(PolicyFile file) throws IOException {
        DmnRun.Result result = new DmnRun(PACK, FOLDER, Camunda::load).examples(file);
        assertThat(result.differences()).isEmpty();
        assertThat(result.values()).isGreaterThan(30);
    }
}
