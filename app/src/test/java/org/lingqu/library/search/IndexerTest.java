package org.lingqu.library.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lingqu.account.Actor;
import org.lingqu.database.Database;
import org.lingqu.database.DatabaseKind;
import org.lingqu.database.TestDatabases;
import org.lingqu.library.Base;
import org.lingqu.library.Page;
import org.lingqu.library.Visibility;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** The index follows the base, on both databases, whatever happened while it did not look. */
class IndexerTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set by every test
    private Database database;

    @AfterEach
    void close() {
        database.close();
    }

    private static String notice(String about) {
        return "关于" + about + "的通知\n各县区科技局：\n现就" + about + "有关事项通知如下。\n";
    }

    private static String statement(String title) {
        return title + "\n今年以来，全市科技工作稳步推进。\n2024年，灵渠市高新技术企业达到238家。\n";
    }

    private RunningSearch running() {
        return new RunningSearch(database, folder);
    }

    private void open(DatabaseKind kind) throws IOException, SQLException {
        database = TestDatabases.open(kind, folder);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void followsWhatComesChangesAndIsRejected(DatabaseKind kind) throws Exception {
        open(kind);
        try (RunningSearch running = running()) {
            Page page = running.base.put("one", Visibility.PUBLIC, statement("灵渠市科技工作情况"));
            assertThat(running.find(Actor.VISITOR, "高企")).containsExactly("page 灵渠市科技工作情况", "statement 灵渠市高新技术企业数");

            running.base.reviews.reject(
                    Base.OFFICER, running.base.statement(page, "高新").id(), 0, "重复");
            assertThat(running.find(Actor.VISITOR, "高企")).containsExactly("page 灵渠市科技工作情况");

            running.base.put("one", Visibility.PUBLIC, notice("人才引进"));
            assertThat(running.find(Actor.VISITOR, "高企")).isEmpty();
            assertThat(running.find(Actor.VISITOR, "人才引进")).containsExactly("page 关于人才引进的通知");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void catchesUpWithWhatHappenedWhileItWasNotThere(DatabaseKind kind) throws Exception {
        open(kind);
        try (RunningSearch running = running()) {
            running.base.put("one", Visibility.PUBLIC, notice("揭榜挂帅第一批"));
            assertThat(running.find(Actor.VISITOR, "揭榜挂帅")).hasSize(1);
        }
        var alone = new Base(database, folder, new DefaultListableBeanFactory());
        alone.put("two", Visibility.PUBLIC, notice("揭榜挂帅第二批"));
        alone.put("one", Visibility.PUBLIC, notice("项目验收"));
        try (RunningSearch running = running()) {
            assertThat(running.find(Actor.VISITOR, "揭榜挂帅")).containsExactly("page 关于揭榜挂帅第二批的通知");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void makesAnIndexAgainThatIsGoneBrokenOrAnotherBases(DatabaseKind kind) throws Exception {
        open(kind);
        try (RunningSearch running = running()) {
            running.base.put("one", Visibility.PUBLIC, notice("科技特派员名单"));
            assertThat(running.find(Actor.VISITOR, "特派员")).hasSize(1);
        }
        for (Damage damage : Damage.values()) {
            damage.of(folder.resolve(Indexer.FOLDER));
            try (RunningSearch running = running()) {
                assertThat(running.find(Actor.VISITOR, "特派员")).as("%s", damage).hasSize(1);
            }
        }
    }

    /** What can happen to the folder. */
    private enum Damage {
        GONE {
            @Override
            void of(Path index) throws IOException {
                for (Path file : files(index)) {
                    Files.delete(file);
                }
            }
        },
        BROKEN {
            @Override
            void of(Path index) throws IOException {
                for (Path file : files(index)) {
                    Files.write(file, "no index".getBytes(UTF_8));
                }
            }
        },
        ANOTHER_BASES {
            @Override
            void of(Path index) {
                try (SearchIndex other = SearchIndex.open(index, Synonyms.none())) {
                    other.put(SearchDocument.of("page:1", Found.PAGE, "别处的特派员", "")
                            .open()
                            .build());
                    other.put(SearchDocument.of("page:2", Found.PAGE, "别处的特派员", "")
                            .open()
                            .build());
                    other.commit("00000000-0000-0000-0000-000000000000:7");
                }
            }
        };

        abstract void of(Path index) throws IOException;

        private static List<Path> files(Path folder) throws IOException {
            try (Stream<Path> files = Files.list(folder)) {
                return files.toList();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void showsNobodyWhatIsClosedHoweverOldTheIndexIs(DatabaseKind kind) throws Exception {
        open(kind);
        try (RunningSearch running = running()) {
            Page page = running.base.put("one", Visibility.PUBLIC, statement("灵渠市内部通报情况"));
            assertThat(running.find(Actor.VISITOR, "内部通报")).isNotEmpty();

            new Base(database, folder, new DefaultListableBeanFactory())
                    .library.setVisibility(Base.OFFICER, List.of(page.id()), Visibility.INTERNAL);

            Search.Results stale = running.search.find(Actor.VISITOR, SearchRequest.of("内部通报", Visibility.INTERNAL));
            assertThat(stale.hits()).isEmpty();
            assertThat(stale.behind()).isEqualTo(1);
            assertThat(running.find(Actor.VISITOR, "通报")).isEmpty();
            assertThat(running.find(Base.OFFICER, "通报")).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aRebuildThatIsGivenUpLeavesWhatWasThere(DatabaseKind kind) throws Exception {
        open(kind);
        try (RunningSearch running = running()) {
            running.base.put("one", Visibility.PUBLIC, notice("创新券兑付"));
            running.base.put("two", Visibility.PUBLIC, notice("创新券申领"));
            assertThat(running.find(Actor.VISITOR, "创新券")).hasSize(2);

            assertThatThrownBy(() -> running.indexer.rebuild((done, total, message) -> {
                        throw new IllegalStateException("cancelled");
                    }))
                    .hasMessage("cancelled");
            assertThat(running.find(Actor.VISITOR, "创新券")).hasSize(2);

            running.indexer.rebuild((done, total, message) -> assertThat(total).isEqualTo(2));
            assertThat(running.find(Actor.VISITOR, "创新券")).hasSize(2);
        }
    }
}
