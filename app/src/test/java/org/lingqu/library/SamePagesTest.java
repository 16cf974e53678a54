package org.lingqu.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lingqu.account.Actor;
import org.lingqu.database.Database;
import org.lingqu.database.DatabaseKind;
import org.lingqu.database.TestDatabases;

/** Pages that say the same find each other at the import, on both databases. */
class SamePagesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set by every test
    private Database database;

    @AfterEach
    void close() {
        database.close();
    }

    private Base base(DatabaseKind kind) throws Exception {
        database = TestDatabases.open(kind, folder);
        return new Base(database, folder);
    }

    private static String news(String year, String figure) {
        return "灵渠市举行科技成果对接活动\n" + year + "年3月4日，灵渠市科技局在高新区举行科技成果对接活动，来自三个县区的企业与高校院所面对面交流需求。"
                + "活动现场签约项目12个，合同金额3.6亿元，涉及新材料、智能装备、生物制造等方向。\n"
                + "据介绍，全市累计登记技术合同成交额589.8万元，新增科技型中小企业" + figure + "家，建成中试基地2个。"
                + "下一步，灵渠市将继续完善需求征集、专家诊断、成果匹配的工作机制，推动更多成果在本地转化落地。\n";
    }

    private static List<String> same(Base base, Actor actor, Page page) {
        return base.library.shown(actor, page.id()).orElseThrow().sameAs().stream()
                .map(origin -> String.valueOf(origin.address()))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void reprintsAreOneGroupAndAnotherYearIsNot(DatabaseKind kind) throws Exception {
        Base base = base(kind);
        Page first = base.put("first", Visibility.PUBLIC, news("2025", "46"));
        Page reprint = base.put("reprint", Visibility.INTERNAL, news("2025", "64") + "来源：灵渠日报\n");
        Page nextYear = base.put("next-year", Visibility.PUBLIC, news("2026", "46"));

        assertThat(same(base, Base.OFFICER, first)).containsExactly("http://example.cn/reprint");
        assertThat(same(base, Base.OFFICER, reprint)).containsExactly("http://example.cn/first");
        assertThat(same(base, Actor.VISITOR, first))
                .as("a closed page is not named")
                .isEmpty();
        assertThat(same(base, Base.OFFICER, nextYear)).isEmpty();
        assertThat(base.library.find(
                        Base.OFFICER,
                        PageFilter.of(java.util.Map.of("same", String.valueOf(sameAs(base, first)))),
                        0,
                        9))
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aPageThatSaysSomethingElseNowLeavesItsGroup(DatabaseKind kind) throws Exception {
        Base base = base(kind);
        Page first = base.put("first", Visibility.PUBLIC, news("2025", "46"));
        base.put("reprint", Visibility.PUBLIC, news("2025", "46") + "来源：灵渠日报\n");
        Page changed = base.put("reprint", Visibility.PUBLIC, news("2026", "71"));

        assertThat(same(base, Base.OFFICER, first)).isEmpty();
        assertThat(sameAs(base, changed)).isNull();
        assertThat(sameAs(base, first)).as("one page alone is no group").isNull();
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void readingAgainChangesNoGroup(DatabaseKind kind) throws Exception {
        Base base = base(kind);
        Page first = base.put("first", Visibility.PUBLIC, news("2025", "46"));
        Page reprint = base.put("reprint", Visibility.PUBLIC, news("2025", "46") + "来源：灵渠日报\n");
        String group = sameAs(base, first);
        assertThat(group).isNotNull();

        base.library.reread(first.id());
        base.library.reread(reprint.id());

        assertThat(sameAs(base, first)).isEqualTo(group);
        assertThat(sameAs(base, reprint)).isEqualTo(group);
    }

    private static @org.jspecify.annotations.Nullable String sameAs(Base base, Page page) {
        return base.library.page(Base.OFFICER, page.id()).orElseThrow().sameAs();
    }
}
