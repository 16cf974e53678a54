package org.lingqu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.library.PageFiles;

class ReadCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void printsOneObjectAPageInTheOrderOfTheNames() throws IOException {
        for (int i = 0; i < 40; i++) {
            Files.writeString(folder.resolve("page-%02d.txt".formatted(i)), "第" + i + "页的正文，写给测试看。");
        }

        assertThat(lingqu("read", folder.toString())).isZero();

        assertThat(files())
                .containsExactlyElementsOf(IntStream.range(0, 40)
                        .mapToObj(i ->
                                folder.resolve("page-%02d.txt".formatted(i)).toString())
                        .toList());
    }

    @Test
    void readsArchivesWithNamesInGb18030() throws IOException {
        Path archive = folder.resolve("pages.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive), Charset.forName("GB18030"))) {
            zip.putNextEntry(new ZipEntry("简报/灵渠.txt"));
            zip.write("灵渠市召开科技创新座谈会。".getBytes(UTF_8));
            zip.closeEntry();
        }

        assertThat(lingqu("read", archive.toString())).isZero();

        assertThat(files()).containsExactly(archive + "!/简报/灵渠.txt");
    }

    @Test
    void goesOnAfterAnArchiveThatIsNone() throws IOException {
        Files.writeString(folder.resolve("a.zip"), "not a zip archive");
        Files.writeString(folder.resolve("b.txt"), "灵渠市召开科技创新座谈会。");

        assertThat(lingqu("read", folder.toString())).isEqualTo(1);

        assertThat(out.toString().lines()).hasSize(2).first().asString().contains("\"code\":\"BAD_ARCHIVE\"");
        assertThat(files()).hasSize(2);
    }

    @Test
    void refusesAZipBombWithinItsLimitsAndGoesOn() throws IOException {
        Path archive = folder.resolve("a.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("bomb.txt"));
            zeros(zip, PageFiles.MAX_PAGE_BYTES + 1);
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("page.txt"));
            zip.write("灵渠市召开科技创新座谈会。".getBytes(UTF_8));
            zip.closeEntry();
        }

        assertThat(lingqu("read", archive.toString())).isEqualTo(1);

        assertThat(out.toString().lines().toList())
                .satisfiesExactly(
                        bomb -> assertThat(bomb).contains("\"code\":\"TOO_LARGE\""),
                        page -> assertThat(page).contains("\"article\""));
    }

    @Test
    void namesEveryMissingPathAndReadsNothing() {
        assertThat(lingqu(
                        "read",
                        folder.resolve("no").toString(),
                        folder.resolve("neither").toString()))
                .isEqualTo(2);

        assertThat(err.toString()).contains("no, ").contains("neither");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void withoutPathsIsWrongUsage() {
        assertThat(lingqu("read")).isEqualTo(2);
    }

    private int lingqu(String... arguments) {
        var output = new PrintWriter(out);
        int status = Lingqu.run(output, new PrintWriter(err, true), arguments);
        output.flush();
        return status;
    }

    private List<String> files() {
        return out.toString()
                .lines()
                .map(line -> line.replaceAll("^\\{\"file\":\"([^\"]*)\".*$", "$1"))
                .toList();
    }

    private static void zeros(OutputStream to, long howMany) throws IOException {
        byte[] block = new byte[1 << 16];
        for (long left = howMany; left > 0; left -= block.length) {
            to.write(block, 0, (int) Math.min(left, block.length));
        }
    }
}
