package org.lingqu.policy.draft;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lingqu.database.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of policy files that were published here. It follows the record in the database: what is not as the record says is
 * written again, what the record does not know is set aside under another name, nothing is thrown away.
 */
final class PublishedFiles {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedFiles.class);
    private static final String PART = ".part";
    private static final String ENDING = ".yaml";

    private final Path folder;
    private final Fault fault;

    /** Comes before each step on the disk; for tests, which let steps fail. */
    interface Fault {
        /** @throws IOException instead of the step */
        void before(String step, Path file) throws IOException;
    }

    PublishedFiles(Path folder) {
        this(folder, (step, file) -> {});
    }

    PublishedFiles(Path folder, Fault fault) {
        this.folder = folder;
        this.fault = fault;
    }

    /** Writes texts beside where they will stand, safe against a power cut, so that a full disk is noticed before anything is said. */
    void prepare(Map<String, String> texts) throws IOException {
        for (Map.Entry<String, String> each : texts.entrySet()) {
            part(each.getKey(), each.getValue());
        }
    }

    private Path part(String path, String text) throws IOException {
        Path target = folder.resolve(path);
        Path directory = Objects.requireNonNull(target.getParent());
        fault.before("folder", directory);
        Files.createDirectories(directory);
        Path part = directory.resolve(target.getFileName() + PART);
        fault.before("write", part);
        Files.writeString(part, text);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            fault.before("force", part);
            channel.force(true);
        }
        return part;
    }

    /**
     * Makes the folder what the record says.
     *
     * @param record texts by path
     * @param known hashes of all texts that were ever published; what else is found is kept under another name
     * @return whether anything had to be done
     */
    boolean settle(Map<String, String> record, Set<String> known) throws IOException {
        boolean done = false;
        Map<String, String> there = there();
        for (Map.Entry<String, String> each : record.entrySet()) {
            String now = there.remove(each.getKey());
            if (!each.getValue().equals(now)) {
                if (now != null) {
                    setAside(each.getKey(), now, known);
                }
                move(part(each.getKey(), each.getValue()), folder.resolve(each.getKey()));
                done = true;
            }
        }
        for (Map.Entry<String, String> each : there.entrySet()) {
            setAside(each.getKey(), each.getValue(), known);
            Path file = folder.resolve(each.getKey());
            fault.before("delete", file);
            Files.deleteIfExists(file);
            done = true;
        }
        for (Path part : files(PART)) {
            fault.before("delete", part);
            Files.deleteIfExists(part);
        }
        return done;
    }

    private void move(Path from, Path to) throws IOException {
        fault.before("move", to);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(Objects.requireNonNull(to.getParent()))) {
            fault.before("force folder", to);
            directory.force(true);
        }
    }

    /** A copy under a name that is read by nobody, unless the record has the text. */
    private void setAside(String path, String text, Set<String> known) throws IOException {
        String hash = Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
        if (!known.contains(hash)) {
            Path from = folder.resolve(path);
            Path to = Objects.requireNonNull(from.getParent())
                    .resolve(from.getFileName() + "." + hash.substring(0, 12) + ".aside");
            LOG.info("{} is not as the record has it and is set aside as {}", path, to.getFileName());
            fault.before("set aside", to);
            Files.writeString(to, text);
        }
    }

    /** Texts of the folder by path. */
    Map<String, String> there() throws IOException {
        var there = new TreeMap<String, String>();
        for (Path file : files(ENDING)) {
            there.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        }
        return there;
    }

    private List<Path> files(String ending) throws IOException {
        var found = new ArrayList<Path>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(Files::isRegularFile)
                        .filter(file -> file.toString().endsWith(ending))
                        .forEach(found::add);
            }
        }
        return found;
    }
}
