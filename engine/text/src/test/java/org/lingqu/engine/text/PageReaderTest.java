package org.lingqu.engine.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.lingqu.engine.text.json.ReadingJson;

class PageReaderTest {

    private static final String CONTACTS = """
            <html><head><title>云溪市科技局各科室联系方式</title></head><body><h1>云溪市科技局各科室联系方式</h1>
            <p>发布时间：2026-03-02 来源：云溪市科技局</p>
            <p>为方便企业办事，现将各科室联系方式公布如下。2025年全市高新技术企业达到125家。</p>
            <table><tr><th>科室</th><th>联系人</th><th>联系电话</th></tr>
            <tr><td>政策科</td><td>王某</td><td>0785-82000044</td></tr>
            <tr><td>高新科</td><td>李某</td><td>0785-82000066</td></tr></table>
            <p>请各企业按业务联系相应科室，节假日期间由值班人员接听。</p></body></html>
            """;

    @Test
    void aCityThatNoListKnowsIsCalledByItsNameAndHasNoCode() {
        var read = (PageRead) new PageReader().read(new PageSource("contacts.html", CONTACTS.getBytes(UTF_8)));

        assertThat(read.statements()).extracting(Statement::region).containsExactly("云溪市");
        assertThat(read.statements()).extracting(Statement::regionCode).containsOnlyNulls();
    }

    @Test
    void aPhoneNumberIsNoFigureAndLeavesNoTraceInTheOutput() throws IOException {
        var read = (PageRead) new PageReader().read(new PageSource("contacts.html", CONTACTS.getBytes(UTF_8)));
        var json = new StringWriter();
        ReadingJson.write(read, json);

        assertThat(read.statements()).extracting(Statement::indicator).containsExactly("高新技术企业数");
        assertThat(json.toString()).doesNotContain("82000044").doesNotContain("82000066");
        assertThat(read.warnings()).extracting(Warning::code).contains(WarningCode.PERSONAL_DATA);
    }
}
