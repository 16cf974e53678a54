package org.lingqu.library.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Actor;
import org.lingqu.audit.AuditLog;
import org.lingqu.database.DataFolder;
import org.lingqu.database.Database;
import org.lingqu.database.Sha256;
import org.lingqu.library.OtherWords;
import org.springframework.stereotype.Component;

/**
 * The list of synonyms of this house: {@value Synonyms#FILE} in the data folder, or the one that is shipped while there is none. It may
 * be edited here or with an editor; either way it holds within seconds. Safe for use by many threads.
 */
@Component
public final class SynonymList implements OtherWords {

    private static final long LOOK_AGAIN = 2_000_000_000L;

    private final Path folder;
    private final Database database;
    private final AuditLog audit;
    private volatile Known known = Known.NOTHING;

    private record Known(Synonyms synonyms, FileTime changed, long lookedAt) {
        static final Known NOTHING = new Known(Synonyms.none(), FileTime.fromMillis(-1), 0);
    }

    SynonymList(DataFolder folder, Database database, AuditLog audit) {
        this.folder = folder.path();
        this.database = database;
        this.audit = audit;
    }

    /**
     * The list as a person edits it.
     *
     * @param hash tells whether somebody else has changed it since
     * @param own whether it is this house's, not the one that is shipped
     * @param problems what in it is not used
     */
    public record Sheet(String text, String hash, boolean own, List<SynonymProblem> problems) {}

    /** What became of an edit. */
    public sealed interface Outcome {
        /** It holds. */
        record Saved() implements Outcome {}

        /** Nothing was saved: some lines would not be used. */
        record Refused(List<SynonymProblem> problems) implements Outcome {}

        /** Nothing was saved: somebody else was first. */
        record Overtaken(Sheet now) implements Outcome {}
    }

    @Override
    public List<String> of(String word) {
        return current().of(Fold.fold(word));
    }

    /** The synonyms that hold now. */
    public Synonyms current() {
        Known now = known;
        long time = System.nanoTime();
        if (now.lookedAt() == 0 || time - now.lookedAt() > LOOK_AGAIN) {
            FileTime changed = changed();
            Synonyms read = changed.equals(now.changed())
                    ? now.synonyms()
                    : Synonyms.in(folder).synonyms();
            now = new Known(read, changed, time);
            known = now;
        }
        return now.synonyms();
    }

    private Path file() {
        return folder.resolve(Synonyms.FILE);
    }

    private FileTime changed() {
        try {
            return Files.exists(file()) ? Files.getLastModifiedTime(file()) : FileTime.fromMillis(0);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    /** The list that comes with Lingqu. */
    public static String shipped() {
        return new String(Synonyms.shippedFile(), StandardCharsets.UTF_8);
    }

    /** The list to be edited. */
    public Sheet sheet() {
        byte[] own = own();
        byte[] bytes = own == null ? Synonyms.shippedFile() : own;
        String text = SynonymReader.text(bytes);
        List<SynonymProblem> problems =
                own == null ? List.of() : Synonyms.in(folder).problems();
        return new Sheet(text, Sha256.hex(bytes), own != null, problems);
    }

    private byte @Nullable [] own() {
        try {
            return Files.exists(file()) ? Files.readAllBytes(file()) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Saves another list.
     *
     * @param seen hash of the list that was edited
     * @param anyway whether it is saved although some lines will not be used
     */
    public Outcome save(Actor by, String typed, String seen, boolean anyway) {
        String text = typed.replace("\r\n", "\n").stripTrailing() + "\n";
        List<SynonymProblem> problems = Synonyms.read(text).problems();
        if (!problems.isEmpty() && !anyway) {
            return new Outcome.Refused(problems);
        }
        return database.write(in -> {
            Sheet before = sheet();
            if (!before.hash().equals(seen)) {
                return new Outcome.Overtaken(before);
            }
            if (!before.text().equals(text)) {
                audit.record(
                        by,
                        "library.synonyms",
                        "synonyms",
                        Synonyms.FILE,
                        only(before.text(), text),
                        only(text, before.text()));
                write(text.getBytes(StandardCharsets.UTF_8));
            }
            return new Outcome.Saved();
        });
    }

    /** The lines that stand in one list and not in the other. */
    private static String only(String one, String other) {
        Set<String> lines = new LinkedHashSet<>(one.lines().toList());
        lines.removeAll(Set.copyOf(other.lines().toList()));
        return String.join("\n", lines);
    }

    /** In place of the old one when it is whole and safe; the list is read again by the next search. */
    private void write(byte[] bytes) {
        try {
            Path part = Files.createTempFile(folder, Synonyms.FILE, ".part");
            Files.write(part, bytes);
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            known = Known.NOTHING;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
