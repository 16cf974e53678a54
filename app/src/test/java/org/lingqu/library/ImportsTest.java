package org.lingqu.library;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.LingquApplication;
import org.lingqu.account.Actor;
import org.lingqu.library.ImportProblem.Code;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Imports in the running application, on its real database and files. */
class ImportsTest {

    private static final Actor SYSTEM = Actor.SYSTEM;
    private static final PageFilter ALL = PageFilter.of(Map.of());

    @TempDir
    private Path folder;

    private Path allowed;
    private ConfigurableApplicationContext application;

    @BeforeEach
    void start() throws IOException {
        allowed = Files.createDirectories(folder.resolve("allowed"));
        application = run();
    }

    private ConfigurableApplicationContext run() {
        return new SpringApplicationBuilder(LingquApplication.class)
                .web(WebApplicationType.SERVLET)
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--lingqu.data=" + folder.resolve("data"),
                        "--lingqu.import.folders=" + allowed);
    }

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void looksWithoutKeepingAnything() throws IOException {
        PageImport order = looked(upload(file("a.txt", page(1)), file("b.txt", page(2)), file("c.txt", page(1))));

        ImportCounts counts = imports().counts(order);

        assertThat(counts.of(ImportOutcome.NEW)).isEqualTo(2);
        assertThat(counts.of(ImportOutcome.REPEATED)).isEqualTo(1);
        assertThat(counts.statements()).isPositive();
        assertThat(library().count(SYSTEM, ALL)).isZero();
    }

    @Test
    void refusesWithCodeAndAdviceAndTakesTheRest() throws IOException {
        PageImport order = looked(upload(
                file("a.txt", page(1)),
                file("broken.zip", "no archive"),
                new Imports.Upload("empty.zip", 1, () -> new ByteArrayInputStream(zip(Map.of("空.txt", "  "))))));

        assertThat(imports().items(order, ImportOutcome.REFUSED, 0, 10))
                .extracting(item -> item.refusal() == null ? "" : item.refusal().code())
                .containsExactly("BAD_ARCHIVE", "NO_TEXT");
        taken(order);

        assertThat(library().count(SYSTEM, ALL)).isEqualTo(1);
        assertThat(folder.resolve("data/uploads/" + order.id())).doesNotExist();
    }

    @Test
    void theSamePagesAgainAreHeldUnderWhateverName() throws IOException {
        taken(looked(upload(file("a.txt", page(1)))));

        PageImport again = looked(upload(file("a (2).txt", page(1))));

        assertThat(imports().counts(again).of(ImportOutcome.HELD)).isEqualTo(1);
        assertThat(imports().take(SYSTEM, again))
                .extracting(ImportProblem::code)
                .containsExactly(Code.NOTHING_WANTED);
    }

    @Test
    void anotherTextAtTheSameAddressBecomesANewVersion() throws IOException {
        taken(looked(text(page(1), "http://example.cn/a")));

        PageImport changed = looked(text(page(2), "https://EXAMPLE.cn/a#top"));
        assertThat(imports().counts(changed).of(ImportOutcome.CHANGED)).isEqualTo(1);
        taken(changed);

        assertThat(library().find(SYSTEM, ALL, 0, 10))
                .singleElement()
                .satisfies(page -> assertThat(page.versions()).isEqualTo(2));
    }

    @Test
    void recognisesTheAddressThatASavedPageCarries() throws IOException {
        PageImport order = looked(upload(file(
                "saved.html",
                "<!-- saved from url=(0024)http://example.cn/b?x=1 -->\n<html><body><p>" + page(1)
                        + "</p></body></html>")));

        assertThat(imports().items(order, null, 0, 1))
                .extracting(ImportItem::address)
                .containsExactly("http://example.cn/b?x=1");
    }

    @Test
    void leavesOutWhatSheDoesNotWant() throws IOException {
        PageImport order = looked(upload(file("a.txt", page(1)), file("b.txt", page(2))));

        assertThat(imports().leaveOut(order, List.of(1), true)).isEmpty();
        taken(order);

        assertThat(library().count(SYSTEM, ALL)).isEqualTo(1);
        assertThat(imports().item(order, 2))
                .hasValueSatisfying(item -> assertThat(item.taken()).isTrue());
    }

    @Test
    void doesNotTakeWhatSheDidNotSee() throws IOException {
        Files.writeString(allowed.resolve("a.txt"), page(1));
        Files.writeString(allowed.resolve("b.txt"), page(2));
        PageImport order = looked(imports().folder(SYSTEM, allowed.toString(), Visibility.PUBLIC));
        Files.writeString(allowed.resolve("b.txt"), page(3));

        taken(order);

        assertThat(library().count(Actor.VISITOR, ALL)).isEqualTo(1);
        assertThat(imports().item(order, 2).map(ImportItem::refusal))
                .hasValueSatisfying(refusal -> assertThat(refusal.code()).isEqualTo("CHANGED_SINCE_LOOK"));
    }

    @Test
    void readsNoFolderThatIsNotAllowed() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(allowed.resolve("link"), elsewhere);

        for (String named : List.of(elsewhere.toString(), link.toString(), allowed + "/../elsewhere", "/", "\0")) {
            assertThat(imports().folder(SYSTEM, named, Visibility.PUBLIC))
                    .as(named)
                    .isInstanceOfSatisfying(
                            Imports.Begun.Refused.class,
                            refused -> assertThat(refused.problems())
                                    .extracting(ImportProblem::code)
                                    .containsExactly(Code.FOLDER_NOT_ALLOWED));
        }
    }

    @Test
    void aLinkInAnAllowedFolderLeadsNowhere() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), page(9));
        Files.createSymbolicLink(allowed.resolve("secret.txt"), secret);
        Files.writeString(allowed.resolve("a.txt"), page(1));

        PageImport order = looked(imports().folder(SYSTEM, allowed.toString(), Visibility.PUBLIC));

        assertThat(imports().items(order, null, 0, 10))
                .extracting(ImportItem::name)
                .containsExactly("a.txt");
    }

    @Test
    void goesOnAfterARestartAndKeepsEveryPageOnce() throws IOException {
        int pages = 300;
        var files = new ArrayList<Imports.Upload>();
        for (int i = 0; i < pages; i++) {
            files.add(file("page-%03d.txt".formatted(i), page(i)));
        }
        PageImport order = looked(imports().upload(SYSTEM, files, Visibility.PUBLIC));
        assertThat(imports().take(SYSTEM, order)).isEmpty();

        application.close(); // in the middle of it
        application = run();
        await(order, ImportState.TAKEN);

        assertThat(library().count(Actor.VISITOR, ALL)).isEqualTo(pages);
        assertThat(library().find(Actor.VISITOR, ALL, 0, pages))
                .hasSize(pages)
                .allSatisfy(page -> assertThat(page.versions()).isEqualTo(1));
        assertThat(imports().counts(order).taken()).isEqualTo(pages);
    }

    @Test
    void keepsThePagesOfOneImportApartFromFilesOfTheSameName() throws IOException {
        PageImport order = looked(upload(file("a.txt", page(1)), file("a.txt", page(2))));

        assertThat(imports().items(order, null, 0, 10))
                .extracting(ImportItem::name)
                .containsExactlyInAnyOrder("a.txt", "a (2).txt");
    }

    private Imports.Begun upload(Imports.Upload... files) throws IOException {
        return imports().upload(SYSTEM, List.of(files), Visibility.PUBLIC);
    }

    private Imports.Begun text(String text, String address) throws IOException {
        return imports().text(SYSTEM, text, address, Visibility.PUBLIC);
    }

    private static Imports.Upload file(String name, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return new Imports.Upload(name, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static String page(int number) {
        return "灵渠市科技工作情况第" + number + "期\n2024年，灵渠市高新技术企业达到" + (100 + number) + "家，同比增长12.5%。\n";
    }

    private PageImport looked(Imports.Begun begun) {
        return switch (begun) {
            case Imports.Begun.Looking looking -> await(looking.order(), ImportState.LOOKED);
            case Imports.Begun.Refused refused -> throw new AssertionError(refused.problems());
        };
    }

    private void taken(PageImport order) {
        assertThat(imports().take(SYSTEM, order)).isEmpty();
        await(order, ImportState.TAKEN);
    }

    private PageImport await(PageImport order, ImportState state) {
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        while (Instant.now().isBefore(end)) {
            PageImport now = imports().byId(order.id()).orElseThrow();
            if (now.state() == state) {
                return now;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        throw new AssertionError("never " + state);
    }

    private Imports imports() {
        return application.getBean(Imports.class);
    }

    private Library library() {
        return application.getBean(Library.class);
    }
}
