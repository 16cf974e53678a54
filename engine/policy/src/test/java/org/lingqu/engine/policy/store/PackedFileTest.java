package org.lingqu.engine.policy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.engine.policy.column.Column;
import org.lingqu.engine.policy.column.FirmColumns;
import org.lingqu.engine.policy.column.FirmSource;
import org.lingqu.engine.policy.column.Rows;

class PackedFileTest {

    private static final int FIRMS = 5_003;

    @TempDir
    private Path folder;

    private FirmColumns firms() throws SQLException {
        Path file = folder.resolve("firms.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (" + FirmReaderTest.firms(FIRMS) + ") TO '" + file + "' (FORMAT parquet)");
        }
        return ParquetFirms.read(file, 1).columns();
    }

    @Test
    void firmsComeOutAsTheyWentIn() throws SQLException, IOException {
        FirmColumns firms = firms();
        PackedFile file = PackedFile.in(folder.resolve("aside"));
        file.add(firms);
        FirmSource again = file.add(firms);

        assertThat(again.count()).isEqualTo(FIRMS);
        assertThat(again.firms()).isEqualTo(FIRMS);
        assertThat(again.shapes()).isEqualTo(firms.shapes());
        assertThat(again.ranges()).isEqualTo(firms.ranges());
        FirmSource.Window window = again.window(again.shapes().keySet());
        for (int row : new Random(1).ints(20_000, 0, FIRMS).toArray()) {
            int at = window.moveTo(row / Rows.BATCH * Rows.BATCH) + row % Rows.BATCH;
            for (Column column : firms.all()) {
                String found = FirmReaderTest.value(window.columns().column(column.name()), at);
                if (!found.equals(FirmReaderTest.value(column, row))) {
                    assertThat(found).as(column.name()).isEqualTo(FirmReaderTest.value(column, row));
                }
            }
        }
    }

    @Test
    void figuresOfEveryWidthAndSignAreKept() throws IOException {
        for (double greatest : new double[] {0, 1, -1, 127, -128, 128, 32_767, -32_769, 0x1p31, -0x1p31, 0x1p53}) {
            for (double step : new double[] {1, 100, 1e6}) {
                double[] values = new double[Rows.BATCH];
                long[] valid = Rows.bits(3);
                for (int row = 0; row < 3; row++) {
                    values[row] = row * (long) (greatest / step / 2) * step;
                    Rows.set(valid, row);
                }
                var column = new Column.Figures("数", 2, values, valid, Math.abs(greatest) + step);

                FirmSource packed = PackedFile.in(folder).add(new FirmColumns(3, List.of(column)));

                FirmSource.Window window = packed.window(List.of("数"));
                window.moveTo(0);
                double[] found = ((Column.Figures) window.columns().column("数")).values();
                assertThat(Arrays.copyOf(found, 4))
                        .as("%s in steps of %s", greatest, step)
                        .containsExactly(values[0], values[1], values[2], 0);
            }
        }
    }

    @Test
    void takesAThirdOfTheRoom() throws SQLException, IOException {
        FirmColumns firms = firms();
        PackedFile file = PackedFile.in(folder);
        file.add(firms);
        long eightBytesEach = 8L * FIRMS * firms.all().size();
        assertThat(file.size()).isLessThan(eightBytesEach / 2);
    }

    @Test
    void readsOnWhenAThreadThatReadsIsInterrupted() throws SQLException, IOException {
        FirmSource packed = PackedFile.in(folder).add(firms());
        Thread.currentThread().interrupt();
        try {
            packed.window(packed.shapes().keySet()).moveTo(0);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        packed.window(packed.shapes().keySet()).moveTo(1024);
    }

    @Test
    void leavesNoFileBehind() throws SQLException, IOException {
        Path aside = folder.resolve("aside");
        FirmSource packed = PackedFile.in(aside).add(firms());
        try (Stream<Path> files = Files.list(aside)) {
            assertThat(files)
                    .as("where the system allows it, the name is gone at once")
                    .isEmpty();
        }
        assertThat(packed.firms()).isEqualTo(FIRMS);
    }

    @Test
    void saysThatAFolderCannotBeWrittenTo() throws IOException {
        Path file = Files.writeString(folder.resolve("a file"), "");
        assertThatThrownBy(() -> PackedFile.in(file)).isInstanceOf(IOException.class);
    }
}
