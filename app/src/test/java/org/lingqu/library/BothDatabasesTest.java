package org.lingqu.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.account.Actor;
import org.lingqu.database.Database;
import org.lingqu.database.Databases;

/** SQLite and PostgreSQL, given the same pages and reviews, answer every question about statements alike. */
class BothDatabasesTest {

    private static final List<String> CITIES = List.of("南宁市", "柳州市", "桂林市", "广西壮族自治区", "成都市", "全国");
    private static final List<String> INDICATORS = List.of("高新技术企业", "科技型中小企业", "规模以上工业企业", "专精特新企业", "R&D人员");

    @TempDir
    private Path folder;

    @Test
    void answerAlike() throws IOException {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Path one = Files.createDirectory(folder.resolve("sqlite"));
        Path two = Files.createDirectory(folder.resolve("postgres"));
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                Database sqlite = Databases.open(one, null);
                Database postgres = Databases.open(two, server.getJdbcUrl("postgres", "postgres"))) {
            var bases = List.of(new Base(sqlite, one), new Base(postgres, two));
            bases.forEach(base -> fill(base, new Random(seed)));
            for (Actor actor : List.of(Base.OFFICER, Actor.VISITOR)) {
                for (Map<String, String> question : questions(new Random(seed))) {
                    assertThat(answer(bases.get(1), actor, question))
                            .as("%s asks %s, seed %d", actor.name(), question, seed)
                            .isEqualTo(answer(bases.get(0), actor, question));
                }
            }
            assertThat(bases.get(0).find(Base.OFFICER)).hasSizeGreaterThan(50);
            assertThat(bases.get(1).reviews.lost(Base.OFFICER, null, 0, 100)).isNotEmpty();
        }
    }

    private static void fill(Base base, Random random) {
        var pages = new ArrayList<Page>();
        for (int page = 0; page < 24; page++) {
            pages.add(base.put(
                    "page" + page, random.nextInt(3) == 0 ? Visibility.INTERNAL : Visibility.PUBLIC, text(random)));
        }
        for (Page page : pages) {
            for (StoredStatement statement : base.library.statements(page)) {
                switch (random.nextInt(6)) {
                    case 0 -> base.reviews.confirm(Base.OFFICER, statement.id(), 0);
                    case 1 -> base.reviews.reject(Base.OFFICER, statement.id(), 0, "不用");
                    case 2 -> correct(base, statement, random);
                    default -> {}
                }
            }
        }
        for (int page = 0; page < 12; page++) {
            String text = text(random);
            base.put("page" + page, Visibility.PUBLIC, text);
        }
    }

    private static void correct(Base base, StoredStatement statement, Random random) {
        Correction typed = Correction.of(statement.reading());
        base.reviews.correct(
                Base.OFFICER,
                statement.id(),
                0,
                new Correction(
                        typed.region(),
                        typed.indicator(),
                        Integer.toString(random.nextInt(5000)),
                        typed.unit().isEmpty() ? "家" : typed.unit(),
                        typed.period(),
                        typed.status(),
                        typed.growth(),
                        typed.share(),
                        typed.rank(),
                        "核对"));
    }

    private static String text(Random random) {
        var text = new StringBuilder("科技工作情况\n");
        for (int line = 0; line < 4; line++) {
            text.append(2019 + random.nextInt(6))
                    .append("年，")
                    .append(pick(CITIES, random))
                    .append(pick(INDICATORS, random))
                    .append(random.nextBoolean() ? "达到" : "力争达到")
                    .append(100 + random.nextInt(40))
                    .append("家，增长")
                    .append(random.nextInt(30))
                    .append("%。\n");
        }
        return text.toString();
    }

    private static String pick(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    private static List<Map<String, String>> questions(Random random) {
        var questions = new ArrayList<Map<String, String>>();
        questions.add(Map.of());
        for (StatementOrder order : StatementOrder.values()) {
            questions.add(Map.of("sort", order.name(), "review", "ANY"));
        }
        for (int i = 0; i < 60; i++) {
            var question = new TreeMap<String, String>();
            maybe(question, "region", List.of("广西", "450100", "长三角", "成都市", "000000"), random);
            maybe(question, "indicator", List.of("企业", "高新", "R&D", "规模以上工业企业"), random);
            maybe(question, "from", List.of("2020", "2021-01", "2023-06-01"), random);
            maybe(question, "to", List.of("2024", "2023-12", "2022-06-30"), random);
            maybe(question, "review", List.of("NONE", "CONFIRMED", "CORRECTED", "REJECTED", "ANY"), random);
            maybe(question, "status", List.of("ACTUAL", "TARGET"), random);
            maybe(question, "words", List.of("达到", "r&d", "力争 家", "100%", "_"), random);
            maybe(question, "sort", List.of("LARGEST", "SMALLEST", "PERIOD", "PAGE", "INDICATOR"), random);
            questions.add(question);
        }
        return questions;
    }

    private static void maybe(Map<String, String> question, String field, List<String> values, Random random) {
        if (random.nextInt(3) == 0) {
            question.put(field, pick(values, random));
        }
    }

    /** Everything that can be asked with one filter, without the numbers that each database gives on its own. */
    private static List<String> answer(Base base, Actor actor, Map<String, String> question) {
        StatementFilter filter =
                base.statements.understand(actor, new StatementQuery(question)).filter();
        var answer = new ArrayList<String>();
        base.statements.find(actor, filter, 0, 500).forEach(found -> answer.add(brief(found)));
        base.statements.find(actor, filter, 7, 5).forEach(found -> answer.add("part " + brief(found)));
        base.statements.each(actor, filter, found -> answer.add("each " + brief(found)));
        answer.add("count " + base.statements.count(actor, filter));
        base.statements
                .counts(actor, filter)
                .facets()
                .ifPresent(facets -> new TreeMap<>(facets.counts())
                        .forEach((field, counts) -> answer.add(field + new TreeMap<>(counts))));
        base.statements
                .conflicts(actor, filter, 0, 50)
                .forEach(conflict -> answer.add(conflict.indicator() + conflict.values()));
        base.reviews
                .lost(actor, null, 0, 100)
                .forEach(
                        lost -> answer.add(lost.origin().title() + lost.review().quote()));
        for (FoundStatement found : base.statements.find(actor, filter, 0, 5)) {
            answer.add("peers "
                    + base.statements.peers(actor, found.statement()).stream()
                            .map(peer -> brief(peer.found()) + peer.agrees())
                            .sorted()
                            .toList());
        }
        return answer;
    }

    private static String brief(FoundStatement found) {
        StoredStatement statement = found.statement();
        return found.origin().address() + " " + statement.ordinal() + " "
                + statement.reading().indicator() + " "
                + statement.reading().region() + " " + statement.reading().period() + " "
                + statement.reading().value() + " " + statement.review() + " " + statement.byMachine();
    }
}
