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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.engine.policy.column.Column;
import org.lingqu.engine.policy.column.FirmSource;
import org.lingqu.engine.policy.column.Rows;

class RegionFileTest {

    private static final int FIRMS = 5_003;

    @TempDir
    private Path folder;

    private Path parquet() throws SQLException {
        Path file = folder.resolve("firms.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (" + FirmReaderTest.firms(FIRMS) + ") TO '" + file + "' (FORMAT parquet)");
        }
        return file;
    }

    private Path region() throws SQLException, IOException {
        Path file = folder.resolve("firms.region");
        try (FirmReader reader = FirmReader.parquet(parquet(), 1)) {
            RegionWriter.write(file, reader, columns -> {});
        }
        return file;
    }

    @Test
    void holdsWhatTheFileItWasMadeFromHolds() throws SQLException, IOException {
        Path file = region();
        FirmTable table = ParquetFirms.read(folder.resolve("firms.parquet"), 1);
        try (RegionFile region = RegionFile.open(file)) {
            assertThat(region.count()).isEqualTo(FIRMS);
            assertThat(region.ranges()).isEqualTo(table.columns().ranges());
            assertThat(region.id(4_711)).isEqualTo("F4711");
            FirmSource.Window window = region.window(region.kinds().keySet());
            for (int row : new Random(1).ints(20_000, 0, FIRMS).toArray()) {
                int at = window.moveTo(row / Rows.BATCH * Rows.BATCH) + row % Rows.BATCH;
                for (Column column : table.columns().all()) {
                    String found = FirmReaderTest.value(window.columns().column(column.name()), at);
                    if (!found.equals(FirmReaderTest.value(column, row))) {
                        assertThat(found).as(column.name()).isEqualTo(FirmReaderTest.value(column, row));
                    }
                }
            }
        }
    }

    @Test
    void columnsInMemoryAreWrittenAlike() throws SQLException, IOException {
        Path file = region();
        Path again = folder.resolve("again.region");
        RegionWriter.write(again, ParquetFirms.read(folder.resolve("firms.parquet"), 1));
        assertThat(again).hasSameBinaryContentAs(file);
    }

    @Test
    void refusesEveryTruncatedFile() throws SQLException, IOException {
        byte[] bytes = Files.readAllBytes(region());
        Path broken = folder.resolve("broken.region");
        for (int length : new int[] {0, 1, 63, 64, 100, bytes.length / 2, bytes.length - 1}) {
            Files.write(broken, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> RegionFile.open(broken).close())
                    .as("%d bytes", length)
                    .isInstanceOf(UnreadableRegion.class)
                    .hasMessageContaining("broken.region")
                    .hasMessageContaining("make it again");
        }
    }

    @Test
    void noticesEveryFlippedBitOfWhatItUses() throws SQLException, IOException {
        byte[] bytes = Files.readAllBytes(region());
        Path broken = folder.resolve("broken.region");
        var random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            int at = i < 40 ? i : random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << (i % 8));
            Files.write(broken, bytes);
            bytes[at] ^= (byte) (1 << (i % 8));
            try (RegionFile region = RegionFile.open(broken)) {
                // between two buffers, where nothing stands
                assertThat(bytes[at]).as("byte %d", at).isZero();
                assertThat(region.count()).isEqualTo(FIRMS);
            } catch (UnreadableRegion e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(280);
    }

    @Test
    void columnsThatAreNotAskedForAreNotThere() throws SQLException, IOException {
        Path file = region();
        try (RegionFile region = RegionFile.open(file, List.of("money", "code"))) {
            assertThat(region.kinds().keySet()).containsExactly("money", "code");
            assertThatThrownBy(() -> region.window(List.of("flag"))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void saysWhichVersionItReads() throws SQLException, IOException {
        byte[] bytes = Files.readAllBytes(region());
        bytes[8] = 9;
        Path newer = Files.write(folder.resolve("newer.region"), bytes);
        assertThatThrownBy(() -> RegionFile.open(newer).close())
                .isInstanceOfSatisfying(
                        UnreadableRegion.class,
                        refused -> assertThat(refused.code()).isEqualTo(UnreadableRegion.Code.OTHER_VERSION))
                .hasMessageContaining("version 9");
    }
}
