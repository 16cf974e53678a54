package org.lingqu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactType;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.FactsFile;
import org.lingqu.engine.policy.fact.TitleHeld;
import org.lingqu.registry.CreditCode;

/** The demonstration region is reproducible, speaks the dictionary's language, and errs only where it says so. */
class MadeRegionTest {

    private static Facts facts = new Facts(List.of());

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void readDictionary() throws IOException {
        Path file = Path.of("../policies/facts.yaml");
        facts = FactsFile.read(file.toString(), Files.readString(file)).facts();
    }

    @Test
    void theSameSeedGivesTheSameFirmsInAnyOrder() {
        MadeRegion region = MadeRegion.of(11, 400);
        List<MadeFirm> forwards = region.firms().toList();
        List<MadeFirm> backwards = IntStream.range(0, 400)
                .mapToObj(i -> MadeRegion.of(11, 400).firm(399 - i))
                .toList();

        assertThat(backwards.reversed()).isEqualTo(forwards);
        assertThat(MadeRegion.of(11, 400).parties()).isEqualTo(region.parties());
        assertThat(MadeRegion.of(11, 400).relations()).isEqualTo(region.relations());
        assertThat(MadeRegion.of(12, 400).firms().toList()).isNotEqualTo(forwards);
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        for (String name : List.of("one", "two")) {
            Path out = Files.createDirectory(folder.resolve(name));
            MadeRegion region = MadeRegion.of(5, 300);
            RegionParquet.write(region, facts, out.resolve("firms.parquet"));
            RegionCsv.firms(region, facts, out.resolve("firms.csv"));
            RegionCsv.parties(region, out.resolve("parties.csv"));
            RegionCsv.relations(region, out.resolve("relations.csv"));
            RegionCsv.mistakes(region, out.resolve("mistakes.csv"));
        }

        for (String file : List.of("firms.parquet", "firms.csv", "parties.csv", "relations.csv", "mistakes.csv")) {
            assertThat(folder.resolve("two").resolve(file))
                    .as(file)
                    .hasSameBinaryContentAs(folder.resolve("one").resolve(file));
        }
        try (var files = Files.list(folder.resolve("one"))) {
            assertThat(files).as("nothing unfinished is left").hasSize(5);
        }
    }

    @Test
    void noNameOrCodeComesTwiceAndEveryCodeIsSound() {
        int size = 60_000; // beyond the first deal of names, which is about 26,000
        Set<String> names = new HashSet<>();
        Set<String> codes = new HashSet<>();

        for (int index = 0; index < size; index++) {
            Profile profile = Profile.of(3, index);
            names.add(FirmNames.name(3, profile));
            String code = FirmNames.code(3, index, profile.district().code());
            codes.add(code);
            assertThat(CreditCode.check(code)).isEqualTo(CreditCode.Fault.FINE);
        }

        assertThat(names).hasSize(size);
        assertThat(codes).hasSize(size);
        for (int index = 970_000; index < 1_030_000; index++) { // where one sign more is no longer enough
            names.add(FirmNames.name(3, Profile.of(3, index)));
        }
        assertThat(names).hasSize(2 * size);
    }

    @Test
    void everyNameAndCodeIsOfAPlaceThatDoesNotExist() {
        MadeRegion.of(3, 500).firms().forEach(firm -> {
            assertThat(firm.name()).containsPattern("灵渠|兴渠县|临源县");
            assertThat(firm.code().substring(2, 6)).isEqualTo("4569");
        });
    }

    @Test
    void everyValueFitsTheDictionary() {
        MadeRegion.of(21, 2_000)
                .withoutMistakes()
                .firms()
                .forEach(firm -> firm.values().forEach(value -> {
                    Fact fact = Objects.requireNonNull(facts.get(value.fact()), value.fact());
                    assertThat(fact.suppliers())
                            .as("who supplies %s", value.fact())
                            .contains(value.supplier());
                    assertThat(fact.isYearly()).as("period of %s", value).isEqualTo(value.year() > 0);
                    assertThat(fits(fact, value.value()))
                            .as("%s of %s", value, firm.name())
                            .isTrue();
                    assertThat(value.day()).isBeforeOrEqualTo(MadeRegion.AS_OF);
                }));
    }

    private static boolean fits(Fact fact, FactValue value) {
        return switch (value) {
            case FactValue.Amount(var amount) ->
                fact.type().isNumber()
                        && fact.least()
                                .map(least -> amount.compareTo(least) >= 0)
                                .orElse(true)
                        && (fact.type() != FactType.COUNT
                                || amount.stripTrailingZeros().scale() <= 0);
            case FactValue.Day day -> fact.type() == FactType.DATE;
            case FactValue.Code(var code) -> fact.type() == FactType.CODE && fact.accepts(code);
            case FactValue.YesNo yes -> fact.type() == FactType.YES_NO;
            case FactValue.Codes codes -> fact.type() == FactType.LIST;
            case FactValue.Words words -> fact.type() == FactType.TEXT;
        };
    }

    @Test
    void everyFactThatAFirmCanHaveIsSaidOfSomeFirm() {
        Set<String> said = MadeRegion.of(2, 12_000)
                .firms()
                .flatMap(firm -> firm.values().stream())
                .map(MadeValue::fact)
                .collect(Collectors.toSet());
        List<String> ofPersons = List.of(
                "出生日期",
                "用人单位所在地",
                "拟认定人才层次",
                "公务员或参公人员",
                "突出贡献",
                "同行推荐人层次",
                "推荐人认定有效",
                "推荐人同领域",
                "年薪",
                "引进方式",
                "每年在邕工作月数",
                "约定服务年限",
                "海外急需人才补贴已领");

        Set<String> missing = new HashSet<>(facts.names());
        missing.removeAll(said);
        missing.removeAll(ofPersons);

        assertThat(missing).isEmpty();
    }

    @Test
    void mistakesAreWhereTheRegionSaysAndNowhereElse() {
        MadeRegion region = MadeRegion.of(8, 3_000);
        MadeRegion clean = region.withoutMistakes();
        Set<MadeMistake.Kind> seen = new HashSet<>();

        region.firms().forEach(firm -> {
            MadeFirm right = clean.firm(firm.index());
            if (firm.mistakes().isEmpty()) {
                assertThat(firm).isEqualTo(right);
            }
            for (MadeMistake mistake : firm.mistakes()) {
                seen.add(mistake.kind());
                switch (mistake.kind()) {
                    case WRONG_CHECK_SIGN -> {
                        assertThat(CreditCode.check(firm.code())).isEqualTo(CreditCode.Fault.CHECK);
                        assertThat(right.code()).isEqualTo(mistake.right());
                    }
                    case SAME_FIRM_OTHER_NAME ->
                        assertThat(clean.firms().filter(each -> each.code().equals(firm.code())))
                                .singleElement()
                                .satisfies(twin -> assertThat(twin.name())
                                        .isEqualTo(mistake.right())
                                        .isNotEqualTo(firm.name()));
                    case ZERO_TOO_MANY, TEN_THOUSAND_TOO_SMALL, NEGATIVE, YEARS_SWAPPED -> {
                        assertThat(amounts(right, mistake)).contains(new BigDecimal(mistake.right()));
                        assertThat(amounts(firm, mistake)).isNotEqualTo(amounts(right, mistake));
                    }
                }
            }
        });

        assertThat(seen).containsExactlyInAnyOrder(MadeMistake.Kind.values());
    }

    private static List<BigDecimal> amounts(MadeFirm firm, MadeMistake mistake) {
        return firm.values().stream()
                .filter(value -> value.fact().equals(mistake.fact()) && value.year() == mistake.year())
                .map(value -> ((FactValue.Amount) value.value()).value())
                .toList();
    }

    @Test
    void titlesAreHeldByFirmsThatWereThereAndSomeRunOutSoon() {
        List<MadeFirm> firms = MadeRegion.of(7, 6_000).withoutMistakes().firms().toList();
        firms.forEach(firm -> firm.titles().forEach(title -> {
            assertThat(title.from()).as("%s of %s", title, firm.name()).isAfter(firm.founded());
            assertThat(title.to()).isAfter(title.from());
        }));

        List<TitleHeld> titles =
                firms.stream().flatMap(firm -> firm.titles().stream()).toList();
        assertThat(titles.stream().filter(title -> title.validOn(MadeRegion.AS_OF)))
                .hasSizeGreaterThan(100);
        assertThat(titles.stream()
                        .filter(title ->
                                title.validOn(MadeRegion.AS_OF) && !title.validOn(MadeRegion.AS_OF.plusDays(180))))
                .hasSizeGreaterThan(20);
        assertThat(titles.stream().filter(title -> !title.validOn(MadeRegion.AS_OF)))
                .hasSizeGreaterThan(20);
    }

    @Test
    void everythingAroundTheFirmsIsConnected() {
        MadeRegion region = MadeRegion.of(7, 3_000).withoutMistakes();
        Set<String> known = new HashSet<>();
        region.parties()
                .forEach(party ->
                        assertThat(known.add(party.id())).as("%s", party).isTrue());
        Set<MadeRelation> relations = new HashSet<>(region.relations());
        region.firms().forEach(firm -> {
            known.add(firm.code());
            firm.parties()
                    .forEach(party ->
                            assertThat(known.add(party.id())).as("%s", party).isTrue());
            relations.addAll(firm.relations());
        });

        relations.forEach(relation -> {
            assertThat(known).as("%s", relation).contains(relation.from(), relation.to());
            if (relation.until() != null) {
                assertThat(relation.until()).isAfter(relation.since());
            }
        });
        assertThat(region.parties()).extracting(MadeParty::kind).contains(MadeParty.Kind.values());
        assertThat(relations).extracting(MadeRelation::kind).contains(MadeRelation.Kind.values());
    }
}
