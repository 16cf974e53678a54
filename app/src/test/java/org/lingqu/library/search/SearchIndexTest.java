package org.lingqu.library.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.library.Visibility;
import org.lingqu.library.search.SearchResult.FacetValue;
import org.lingqu.library.search.Understood.Alternative;
import org.lingqu.library.search.Understood.Why;

class SearchIndexTest {

    @TempDir
    Path folder;

    private SearchIndex index;

    @BeforeEach
    void open() {
        index = SearchIndex.open(folder, Synonyms.shipped());
        index.put(JudgedDocuments.all());
        index.refresh();
    }

    @AfterEach
    void close() {
        index.close();
    }

    private static SearchRequest all(String query) {
        return SearchRequest.of(query, Visibility.INTERNAL);
    }

    private List<String> ids(SearchRequest request) {
        return index.search(request).hits().stream().map(Hit::id).toList();
    }

    @Test
    void tellsWhatItAlsoLookedFor() {
        assertThat(index.search(all("高企")).understood().terms().getFirst().alternatives())
                .contains(new Alternative("高新技术企业", Why.SYNONYM));
        assertThat(index.search(all("jbgs")).understood().terms().getFirst().alternatives())
                .contains(new Alternative("揭榜挂帅", Why.PINYIN));
        assertThat(index.search(all("資訊軟體")).understood().terms())
                .anySatisfy(term -> assertThat(term.alternatives())
                        .extracting(Alternative::why)
                        .contains(Why.TRADITIONAL));
    }

    @Test
    void marksTheWordsWhereTheyStandAndNothingElse() {
        Hit hit = index.search(all("高企")).hits().stream()
                .filter(h -> h.id().equals("p2"))
                .findFirst()
                .orElseThrow();
        assertThat(marked(hit.title())).containsExactly("高企");
        assertThat(hit.fragments())
                .isNotEmpty()
                .allSatisfy(f -> assertThat(marked(f)).contains("高企"));
        assertThat(marked(index.search(all("提高企业 -高企")).hits().getFirst().title()))
                .containsExactly("提高企业");
    }

    private static List<String> marked(Highlighted shown) {
        return shown.pieces().stream()
                .filter(Highlighted.Piece::marked)
                .map(Highlighted.Piece::text)
                .toList();
    }

    @Test
    void fragmentsAreExactlyTheTextAtTheirPlace() {
        List<SearchDocument> documents = JudgedDocuments.all();
        for (Hit hit : index.search(all("企业 奖补")).hits()) {
            SearchDocument source = documents.stream()
                    .filter(d -> d.id().equals(hit.id()))
                    .findFirst()
                    .orElseThrow();
            assertThat(hit.fragments()).isNotEmpty();
            for (Highlighted fragment : hit.fragments()) {
                assertThat(source.text().substring(fragment.start())).startsWith(fragment.text());
                assertThat(String.join(
                                "",
                                fragment.pieces().stream()
                                        .map(Highlighted.Piece::text)
                                        .toList()))
                        .isEqualTo(fragment.text());
            }
        }
    }

    @Test
    void foldsReprintsAndSaysHowMany() {
        SearchResult folded = index.search(all("首次突破40亿元"));
        assertThat(folded.hits()).hasSize(1);
        assertThat(folded.hits().getFirst().alike()).isEqualTo(1);
        assertThat(folded.total()).isEqualTo(2);
        assertThat(folded.lastPage()).isEqualTo(1);
        assertThat(ids(all("首次突破40亿元").unfolded())).containsExactlyInAnyOrder("p12", "p13");
    }

    @Test
    void visitorsSeeOnlyWhatIsPublic() {
        SearchRequest visitor = SearchRequest.of("共建实验室", Visibility.PUBLIC);
        assertThat(ids(all("共建实验室"))).containsExactly("p17");
        assertThat(index.search(visitor).total()).isZero();
        assertThat(index.suggest("企业调研", Visibility.INTERNAL, 5)).isNotEmpty();
        assertThat(index.suggest("企业调研", Visibility.PUBLIC, 5)).isEmpty();
        assertThat(index.search(SearchRequest.of("qiyediaoyan", Visibility.PUBLIC))
                        .understood()
                        .terms()
                        .getFirst()
                        .alternatives())
                .isEmpty();
        assertThat(index.related("p17", Visibility.PUBLIC, 5)).isEmpty();
    }

    @Test
    void countsFacetsAndKeepsTheOthersOfAChosenDimension() {
        SearchRequest request = all("技术合同成交额");
        assertThat(index.search(request).facets().get(Dimension.KIND))
                .containsExactly(new FacetValue("page", 3, false), new FacetValue("statement", 3, false));
        SearchResult statements = index.search(request.within(Dimension.KIND, Set.of("statement")));
        assertThat(statements.total()).isEqualTo(3);
        assertThat(statements.facets().get(Dimension.KIND))
                .containsExactly(new FacetValue("statement", 3, true), new FacetValue("page", 3, false));
        assertThat(statements.facets().get(Dimension.YEAR))
                .containsExactly(new FacetValue("2025", 2, false), new FacetValue("2024", 1, false));
        assertThat(statements.facets().get(Dimension.REGION))
                .contains(new FacetValue("广西壮族自治区", 3, false), new FacetValue("广西壮族自治区/桂北市", 1, false));
    }

    @Test
    void aFacetCountIsWhatChoosingItGives() {
        long seed = Long.getLong("lingqu.seed", 20260612L);
        var random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            String query = List.of("企业", "灵渠市", "", "技术", "高企", "2025").get(random.nextInt(6));
            SearchRequest request = all(query);
            if (random.nextBoolean()) {
                request = request.within(Dimension.KIND, Set.of("page"));
            }
            if (random.nextBoolean()) {
                request = request.within(Dimension.YEAR, Set.of("2025"));
            }
            for (var facet : index.search(request).facets().entrySet()) {
                for (FacetValue value : facet.getValue()) {
                    SearchResult chosen = index.search(request.within(facet.getKey(), Set.of(value.value())));
                    assertThat(chosen.total())
                            .as("seed %d, %s, %s = %s", seed, request, facet.getKey(), value)
                            .isEqualTo(value.count());
                }
            }
        }
    }

    @Test
    void newestComesFirstWhenAsked() {
        List<Hit> hits = index.search(all("企业").in(SearchRequest.Order.NEWEST).page(1, 50))
                .hits();
        assertThat(hits).hasSizeGreaterThan(5);
        assertThat(hits).extracting(Hit::published).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void boundsOfTheDayIncludeBothDays() {
        LocalDate day = LocalDate.of(2026, 4, 12);
        assertThat(ids(all("").published(day, day))).containsExactly("p1");
    }

    @Test
    void everythingCanBePagedThroughOnce() {
        var seen = new ArrayList<String>();
        int last = index.search(all("").unfolded().page(1, 7)).lastPage();
        for (int page = 1; page <= last; page++) {
            seen.addAll(ids(all("").unfolded().page(page, 7)));
        }
        assertThat(seen).doesNotHaveDuplicates().hasSize(JudgedDocuments.all().size());
        SearchResult beyond = index.search(all("").page(9_999, 100));
        assertThat(beyond.hits()).isEmpty();
        assertThat(beyond.lastPage()).isEqualTo(1);
    }

    @Test
    void whoFindsNothingIsToldWhichFilterHides() {
        SearchRequest request = all("瞪羚").within(Dimension.YEAR, Set.of("2019"));
        assertThat(index.search(request).help().withoutFilter()).containsExactly(new SearchResult.Dropped("year", 1));
        assertThat(index.search(all("瞪羚").published(LocalDate.of(2030, 1, 1), null))
                        .help()
                        .withoutFilter())
                .containsExactly(new SearchResult.Dropped("published", 1));
    }

    @Test
    void aWordOfTheSameSoundOrOneCharacterOffIsOffered() {
        assertThat(index.search(all("揭榜挂率")).help().didYouMean())
                .extracting(SearchResult.OtherWords::query)
                .contains("揭榜挂帅");
        assertThat(index.search(all("灯领企业")).help().didYouMean())
                .extracting(SearchResult.OtherWords::query)
                .contains("瞪羚企业");
    }

    @Test
    void aWordTooManyIsNamed() {
        SearchResult result = index.search(all("瞪羚 潜水艇"));
        assertThat(result.understood().relaxed()).isTrue();
        assertThat(result.hits()).extracting(Hit::id).containsExactly("p28");
        assertThat(result.help().withoutWord()).contains(new SearchResult.OtherWords("瞪羚", 1));
    }

    @Test
    void relatedPagesAreOfTheSameMatter() {
        assertThat(index.related("p5", Visibility.INTERNAL, 3))
                .extracting(Hit::id)
                .startsWith("p4");
        assertThat(index.related("p12", Visibility.INTERNAL, 5))
                .extracting(Hit::id)
                .doesNotContain("p12", "p13");
        assertThat(index.related("no such", Visibility.INTERNAL, 5)).isEmpty();
    }

    @Test
    void suggestsByCharactersPinyinAndInitials() {
        assertThat(index.suggest("揭榜", Visibility.PUBLIC, 5)).contains("揭榜挂帅");
        assertThat(index.suggest("jiebang", Visibility.PUBLIC, 5)).contains("揭榜挂帅");
        assertThat(index.suggest("jbgs", Visibility.PUBLIC, 5)).contains("揭榜挂帅");
    }

    @Test
    void aDocumentPutAgainReplacesTheOldOne() {
        index.put(SearchDocument.of("p28", "page", "海绵城市", "雨水花园").build());
        index.remove("p27");
        index.refresh();
        assertThat(ids(all("瞪羚"))).isEmpty();
        assertThat(ids(all("海绵城市"))).containsExactly("p28");
        assertThat(ids(all("创新券"))).isEmpty();
    }

    @Test
    void onlyWhatWasCommittedSurvivesAndTheMarkerTellsHowFarThatIs() {
        index.commit("41");
        index.put(SearchDocument.of("late", "page", "海绵城市", "").build());
        index.close();
        index = SearchIndex.open(folder, Synonyms.shipped());
        assertThat(index.marker()).isEqualTo("41");
        assertThat(index.count()).isEqualTo(JudgedDocuments.all().size());
        assertThat(ids(all("海绵城市"))).isEmpty();
    }

    @Test
    void rebuildReplacesEverythingAtOnceAndAStreamThatThrowsChangesNothing() {
        index.commit("1");
        Stream<SearchDocument> broken = IntStream.range(0, 10).mapToObj(i -> {
            if (i == 5) {
                throw new IllegalStateException("store gone");
            }
            return SearchDocument.of("n" + i, "page", "新", "").build();
        });
        assertThatThrownBy(() -> index.rebuild(broken, "2", done -> {})).hasMessage("store gone");
        assertThat(index.marker()).isEqualTo("1");
        assertThat(ids(all("揭榜挂帅"))).contains("p23");

        var seenMeanwhile = new ArrayList<Integer>();
        Stream<SearchDocument> fresh = IntStream.range(0, 10).mapToObj(i -> {
            seenMeanwhile.add(index.search(all("揭榜挂帅")).total());
            return SearchDocument.of("n" + i, "page", "全新", "").build();
        });
        index.rebuild(fresh, "3", done -> {});
        assertThat(seenMeanwhile).hasSize(10).containsOnly(1);
        assertThat(index.count()).isEqualTo(10);
        assertThat(index.marker()).isEqualTo("3");
    }

    @Test
    void aDamagedIndexIsBegunAnewAndSaysSoByItsMarker() throws IOException {
        index.commit("7");
        index.close();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().matches(".*(cfs|fdt|tim|si)"))
                    .toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        index = SearchIndex.open(folder, Synonyms.shipped());
        assertThat(index.marker()).isNull();
        assertThat(index.count()).isZero();
        index.put(JudgedDocuments.all());
        index.commit("8");
        assertThat(index.marker()).isEqualTo("8");
    }

    @Test
    void anotherWriterIsRefusedKindly() {
        assertThatThrownBy(() -> SearchIndex.open(folder, Synonyms.shipped()))
                .isInstanceOf(SearchIndexInUse.class)
                .hasMessageContaining("stop it first");
    }

    @Test
    void strangeQueriesAreAnsweredQuickly() {
        var strange = new ArrayList<>(List.of(
                "",
                " ",
                "\"",
                "“",
                "“”",
                "-",
                "--",
                "-\"",
                "- -",
                "的了吗",
                "()[]{}*?~^:\\/",
                "(a+)+$",
                "title:x AND NOT *",
                "*:*",
                "\u0000\u0001",
                "\ud840",
                "\udc00\ud840",
                "𠮷𠮷𠮷",
                "😀😀",
                "﷽",
                "a".repeat(10_000),
                "高企".repeat(5_000),
                "\"".repeat(10_000),
                "-高企 ".repeat(3_000),
                "〔2026〕7号".repeat(2_000),
                "的 ".repeat(5_000),
                "9".repeat(10_000),
                "ab ".repeat(4_000),
                "zhuangzhuangzhuangzhuangzhuangzhuangzhuangzhuangzhuangzhua",
                "《》《",
                "\u202e企业",
                "企\u200b业"));
        long seed = Long.getLong("lingqu.seed", 20260613L);
        var random = new Random(seed);
        String alphabet = "高新企业技术 \"“”-（）[]〔〕2026号a𠮷的\u0000\ud840*?";
        for (int i = 0; i < 300; i++) {
            var query = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                query.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            strange.add(query.toString());
        }
        for (String query : strange) {
            long start = System.nanoTime();
            SearchResult result = index.search(all(query));
            assertThat(result.complete()).as("seed %d, %s", seed, query).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("seed %d, %s", seed, query.substring(0, Math.min(50, query.length())))
                    .isLessThan(Duration.ofSeconds(2));
        }
        assertThat(ids(all("𠮷田"))).containsExactly("p31");
        assertThat(index.search(all("高企 ".repeat(3_000))).understood().shortened())
                .isTrue();
    }

    @Test
    void manyThreadsWriteAndSearch() throws InterruptedException {
        var failures = java.util.Collections.synchronizedList(new ArrayList<Throwable>());
        var threads = new ArrayList<Thread>();
        for (int t = 0; t < 8; t++) {
            int number = t;
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    for (int i = 0; i < 50; i++) {
                        if (number % 2 == 0) {
                            index.put(SearchDocument.of("t" + number + "-" + i, "page", "并发写入", "企业")
                                    .build());
                            if (i % 10 == 0) {
                                index.commit(String.valueOf(i));
                                index.refresh();
                            }
                        } else {
                            index.search(all("企业"));
                        }
                    }
                } catch (RuntimeException | AssertionError e) {
                    failures.add(e);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        index.refresh();
        assertThat(failures).isEmpty();
        assertThat(index.search(all("并发写入")).total()).isEqualTo(200);
    }
}
