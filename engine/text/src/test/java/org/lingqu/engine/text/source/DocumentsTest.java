package org.lingqu.engine.text.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.lingqu.engine.text.PageSource;

class DocumentsTest {

    private static final String WORD =
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>%s</w:body></w:document>";

    @Test
    void aWordDocumentIsReadWithHeadingsAndTables() throws Exception {
        byte[] docx = docx(WORD.formatted("""
                <w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>一、总体</w:t></w:r><w:r><w:t>要求</w:t></w:r></w:p>
                <w:p><w:r><w:t>到2027年，</w:t><w:br/><w:t>形成集群。</w:t></w:r></w:p>
                <w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>指标</w:t></w:r></w:p></w:tc>
                <w:tc><w:p><w:r><w:t>数值</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"""));
        DecodedPage page = decode(docx);

        assertThat(page.format()).isEqualTo(DecodedPage.Format.DOCX);
        assertThat(words(page)).containsExactly("一、总体要求", "到2027年，", "形成集群。", "指标", "数值");
        assertThat(page.lines().getFirst().markup().headingLevel()).isEqualTo(1);
        assertThat(page.lines().getLast().markup().cell()).isEqualTo(new Markup.Cell(1, 0, 2, 1, false));
        assertThat(page.text().substring(0, 6)).isEqualTo("一、总体要求");
    }

    @Test
    void entitiesInAWordDocumentAreNotExpanded() throws IOException {
        String laughs =
                "<!DOCTYPE x [<!ENTITY a \"哈哈哈哈\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;\">]>"
                        + WORD.formatted("<w:p><w:r><w:t>&c;</w:t></w:r></w:p>");

        assertThat(refusal(docx(laughs)).code()).isIn("DAMAGED", "NO_TEXT");
    }

    @Test
    void aZipBombIsRefusedBeforeItUnpacks() throws IOException {
        byte[] bomb = docx(" ".repeat(100 << 20));

        assertThat(bomb.length).isLessThan(1 << 20);
        assertThat(refusal(bomb).code()).isEqualTo("TOO_LARGE");
    }

    @Test
    void anArchiveThatIsNoDocumentIsCalledSo() throws IOException {
        assertThat(refusal(zip("a.txt", "文字")).code()).isEqualTo("ARCHIVE");
    }

    @Test
    void aPdfIsReadAndItsLinesJoinedToParagraphs() throws Exception {
        byte[] pdf = pdf(List.of(
                "This line reaches all the way over to the right margin of the page and goes",
                "on here.",
                "A second paragraph."));
        DecodedPage page = decode(pdf);

        assertThat(page.format()).isEqualTo(DecodedPage.Format.PDF);
        assertThat(words(page)).hasSize(2);
        assertThat(words(page).getLast()).isEqualTo("A second paragraph.");
    }

    @Test
    void aPdfThatUnpacksToGigabytesIsRefused() throws IOException {
        var out = new ByteArrayOutputStream();
        out.writeBytes("%PDF-1.7\n1 0 obj <</Length 9999999/Filter/FlateDecode>>\nstream\n"
                .getBytes(StandardCharsets.US_ASCII));
        try (var deflated = new DeflaterOutputStream(out, new Deflater(9))) {
            for (int i = 0; i < 200; i++) {
                deflated.write(new byte[1 << 20]);
            }
        }

        assertThat(refusal(out.toByteArray()).code()).isEqualTo("TOO_LARGE");
    }

    @Test
    void aBrokenPdfIsRefusedWithAdvice() {
        UnreadablePage refusal = refusal("%PDF-1.4\nnothing of a document".getBytes(StandardCharsets.US_ASCII));

        assertThat(refusal.code()).isEqualTo("DAMAGED");
        assertThat(refusal.advice()).isNotBlank();
    }

    private static byte[] docx(String main) throws IOException {
        return zip("word/document.xml", main);
    }

    private static byte[] zip(String name, String content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static byte[] pdf(List<String> lines) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 14);
                content.newLineAtOffset(60, 700);
                for (String line : lines) {
                    content.showText(line);
                    content.newLineAtOffset(0, -18);
                }
                content.endText();
            }
            document.save(out);
        }
        return out.toByteArray();
    }

    private static List<String> words(DecodedPage page) {
        return page.lines().stream().map(line -> line.text().toString()).toList();
    }

    private static DecodedPage decode(byte[] bytes) throws UnreadablePage {
        return new PageDecoder().decode(new PageSource("document", bytes));
    }

    private static UnreadablePage refusal(byte[] bytes) {
        return catchThrowableOfType(UnreadablePage.class, () -> decode(bytes));
    }
}
