package org.lingqu.library.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.database.Database;
import org.lingqu.database.DatabaseKind;
import org.lingqu.database.TestDatabases;
import org.lingqu.library.Base;
import org.lingqu.library.Page;
import org.lingqu.library.Visibility;
import org.lingqu.library.search.Follows.Outcome;
import org.lingqu.ui.NotFound;

/** What is new in a search since its person last looked, on both databases. */
class FollowsTest {

    private static final Actor FIRM = new Actor(30L, "企业", Role.ENTERPRISE);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set by every test
    private Database database;

    @AfterEach
    void close() {
        database.close();
    }

    private RunningSearch running(DatabaseKind kind) throws Exception {
        database = TestDatabases.open(kind, folder);
        return new RunningSearch(database, folder);
    }

    private static String notice(String about) {
        return "关于" + about + "的通知\n各县区科技局：\n为做好" + about + "工作，现将有关事项通知如下。申报单位应当对材料的真实性负责，"
                + "各县区科技局要加强组织领导，压实工作责任，按时汇总报送。逾期不再受理，特此通知。\n";
    }

    private static SearchQuery query(String words) {
        return SearchQuery.of(Map.of("q", List.of(words)));
    }

    private static Follow follow(RunningSearch running, Actor actor, String words) {
        running.indexer.catchUp();
        return ((Outcome.Done) running.follows.add(actor, words, query(words))).follow();
    }

    private static int news(RunningSearch running, Actor actor) {
        running.indexer.catchUp();
        return running.follows.of(actor).getFirst().news();
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void tellsWhatHasComeSinceAndNothingTwice(DatabaseKind kind) throws Exception {
        try (RunningSearch running = running(kind)) {
            running.base.put("one", Visibility.PUBLIC, notice("创新券兑付"));
            Follow follow = follow(running, Base.OFFICER, "创新券");
            assertThat(news(running, Base.OFFICER))
                    .as("what it found when it was followed")
                    .isZero();

            running.base.put("reprint", Visibility.PUBLIC, notice("创新券兑付") + "来源：灵渠日报\n");
            assertThat(news(running, Base.OFFICER))
                    .as("a reprint of what was there")
                    .isZero();

            running.base.put("two", Visibility.PUBLIC, notice("科技型企业创新券申领使用和线上核销管理"));
            running.base.put("three", Visibility.PUBLIC, notice("科技型企业创新券申领使用和线上核销管理") + "转载自灵渠发布\n");
            running.base.put("other", Visibility.PUBLIC, notice("孵化器评价"));
            assertThat(news(running, Base.OFFICER)).as("one thing, told twice").isEqualTo(1);

            Follow before = running.follows.open(Base.OFFICER, follow.id());
            SearchRequest shown = new SearchQueryReader(before.query().since(before.seen())).read(20);
            assertThat(running.find(Base.OFFICER, shown)).containsExactly("page 关于科技型企业创新券申领使用和线上核销管理的通知");
            assertThat(news(running, Base.OFFICER)).as("seen").isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aNewVersionIsNewsAReviewAndAnotherReadingAreNot(DatabaseKind kind) throws Exception {
        try (RunningSearch running = running(kind)) {
            Page page =
                    running.base.put("one", Visibility.PUBLIC, "灵渠市科技工作情况\n今年以来，全市科技工作稳步推进。\n2024年，灵渠市高新技术企业达到238家。\n");
            follow(running, Base.OFFICER, "高企");

            running.base.reviews.confirm(
                    Base.OFFICER, running.base.statement(page, "高新").id(), 0);
            running.base.library.setVisibility(Base.OFFICER, List.of(page.id()), Visibility.INTERNAL);
            assertThat(news(running, Base.OFFICER)).isZero();

            running.base.put(
                    "one",
                    Visibility.PUBLIC,
                    "灵渠市科技工作情况\n今年以来，全市科技工作稳步推进。\n2024年，灵渠市高新技术企业达到238家。\n2025年，灵渠市高新技术企业达到260家。\n");
            assertThat(news(running, Base.OFFICER))
                    .as("the page and the statement that is new, not the one that stays")
                    .isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void whatIsOpenedIsNewsToThoseWhoCouldNotReadIt(DatabaseKind kind) throws Exception {
        try (RunningSearch running = running(kind)) {
            Page page = running.base.put("one", Visibility.INTERNAL, notice("创新券兑付"));
            follow(running, FIRM, "创新券");
            follow(running, Base.OFFICER, "创新券");
            assertThat(news(running, FIRM)).isZero();

            running.base.library.setVisibility(Base.OFFICER, List.of(page.id()), Visibility.PUBLIC);

            assertThat(news(running, FIRM)).isEqualTo(1);
            assertThat(news(running, Base.OFFICER)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void everybodyHasHisOwnAndIsToldEverythingThatIsWrong(DatabaseKind kind) throws Exception {
        try (RunningSearch running = running(kind)) {
            Follow follow = follow(running, Base.OFFICER, "创新券");
            assertThat(running.follows.of(FIRM)).isEmpty();
            assertThatThrownBy(() -> running.follows.remove(FIRM, follow.id())).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> running.follows.rename(FIRM, follow.id(), "别人的"))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> running.follows.open(FIRM, follow.id())).isInstanceOf(NotFound.class);

            assertThat(running.follows.add(Base.OFFICER, " ", SearchQuery.of(Map.of())))
                    .isEqualTo(new Outcome.Refused(List.of(FollowProblem.NAME_MISSING, FollowProblem.EMPTY)));
            assertThat(running.follows.rename(Base.OFFICER, follow.id(), "长".repeat(101)))
                    .isEqualTo(new Outcome.Refused(List.of(FollowProblem.NAME_TOO_LONG)));
            assertThat(follow(running, Base.OFFICER, "创新券").id())
                    .as("the same search is followed once")
                    .isEqualTo(follow.id());

            running.follows.rename(Base.OFFICER, follow.id(), "券");
            assertThat(running.follows.of(Base.OFFICER).getFirst().follow().name())
                    .isEqualTo("券");
            running.follows.remove(Base.OFFICER, follow.id());
            assertThat(running.follows.of(Base.OFFICER)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aSearchComesBackFromItsAddress(DatabaseKind kind) throws Exception {
        try (RunningSearch running = running(kind)) {
            SearchQuery query = SearchQuery.of(Map.of(
                            "q",
                            List.of("R&D 经费+投入 100%"),
                            "region",
                            List.of("广西壮族自治区/南宁市", "全国"),
                            "from",
                            List.of("2024")))
                    .toggle(Dimension.YEAR, "2024");
            assertThat(SearchQuery.ofAddress(query.address())).isEqualTo(query);
            running.follows.add(Base.OFFICER, "经费", query.page(3).sorted("NEWEST"));
            assertThat(running.follows.same(Base.OFFICER, query)).isPresent();
            assertThat(running.follows
                            .of(Base.OFFICER)
                            .getFirst()
                            .follow()
                            .query()
                            .filters())
                    .containsEntry(Dimension.YEAR, Set.of("2024"));
        }
    }
}
