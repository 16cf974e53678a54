package org.lingqu.engine.policy.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lingqu.engine.policy.check.PackReader;
import org.lingqu.engine.policy.check.PolicyFile;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.column.ColumnBuilder;
import org.lingqu.engine.policy.column.FirmColumns;
import org.lingqu.engine.policy.column.GroupBy;
import org.lingqu.engine.policy.decision.BenefitTotal;
import org.lingqu.engine.policy.decision.Decision;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.decision.Interpreter;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Rational;
import org.lingqu.engine.policy.rule.Truth;

class PolicyChangeTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    private static final int RANDOM = 40;

    /** The interpreter takes its time: all random firms, and some of the others. */
    private static final int STEP = 29;

    static PolicyPack pack;
    static List<Firm> firms;
    static FirmColumns columns;

    @BeforeAll
    static void readThePack() throws IOException {
        pack = PackReader.read(Path.of("../../policies"));
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        firms = new ArrayList<>(new RandomFirms(new Random(seed), pack.facts(), pack.inForce(AS_OF)).of(RANDOM));
        firms.addAll(examples());
        columns = ColumnBuilder.of(firms);
    }

    /** Firms that pass and fail by little: random ones hardly ever meet a policy of many criteria. */
    private static List<Firm> examples() {
        return pack.files().stream()
                .flatMap(file -> file.examples().stream())
                .filter(example -> example.asOf().getYear() == AS_OF.getYear())
                .map(example -> new Firm("example " + example.place(), example.name(), example.firm()))
                .toList();
    }

    @Test
    void answersAndMoneyAreThoseOfTheInterpreter() {
        var interpreter = new Interpreter(pack.facts());
        int money = 0;
        for (Policy policy : pack.inForce(AS_OF)) {
            PolicyChange change = PolicyChange.of(policy, policy, columns, AS_OF, pack.facts(), 1);
            for (int i = 0; i < firms.size(); i += i < RANDOM ? 1 : STEP) {
                Decision decision = interpreter.decide(policy, firms.get(i), AS_OF);
                BenefitTotal total = decision.total();
                assertThat(change.after(i)).as(policy.fullName()).isEqualTo(truth(decision.outcome()));
                assertThat(change.least(i, true))
                        .as(policy.fullName() + " least of " + firms.get(i).name())
                        .isEqualTo(number(total.least()), within(0.01));
                Rational most = total.most();
                if (truth(decision.outcome()) == Truth.FALSE) {
                    assertThat(change.most(i, true)).isZero();
                } else if (most == null) {
                    assertThat(change.most(i, true)).isInfinite();
                } else {
                    // a band whose subject is missing may be any band here
                    assertThat(change.most(i, true))
                            .as(policy.fullName() + " most of " + firms.get(i).name())
                            .isGreaterThanOrEqualTo(number(most) - 0.01);
                    money += change.most(i, true) > number(most) + 0.01 ? 0 : 1;
                }
            }
        }
        assertThat(money).isGreaterThan(20);
    }

    @Test
    void everythingIsCountedOnce() {
        for (Policy policy : pack.inForce(AS_OF)) {
            PolicyChange change = PolicyChange.of(policy, policy, columns, AS_OF, pack.facts(), 2);
            GroupChange total = change.total();
            List<GroupChange> groups = change.groups(List.of(GroupBy.code("企业规模")));
            assertThat(total.before()).isEqualTo(total.after());
            assertThat(change.changed()).isEmpty();
            assertThat(groups.stream().mapToLong(GroupChange::firms).sum()).isEqualTo(firms.size());
            assertThat(groups.stream().mapToLong(group -> group.after().met()).sum())
                    .isEqualTo(total.after().met());
            assertThat(groups.stream()
                            .mapToDouble(group -> group.after().least())
                            .sum())
                    .isCloseTo(total.after().least(), within(1.0));
            assertThat(groups.stream().mapToLong(group -> group.after().open()).sum())
                    .isEqualTo(total.after().open())
                    .isEqualTo(IntStream.range(0, firms.size())
                            .filter(i -> change.after(i) == Truth.UNKNOWN)
                            .count());
        }
    }

    @Test
    void ofNoFirmsNothingIsCounted() {
        for (Policy policy : pack.inForce(AS_OF)) {
            PolicyChange change = PolicyChange.of(policy, policy, ColumnBuilder.of(List.of()), AS_OF, pack.facts(), 1);
            assertThat(change.total().firms()).isZero();
            assertThat(change.total().after().met()).isZero();
            assertThat(change.changed()).isEmpty();
        }
    }

    @Test
    void aSofterLimitLosesNobody() throws IOException {
        Thresholds sme = of("policies/cn/tech-sme-2026.yaml");
        for (String file : List.of("policies/cn/high-tech.yaml", "policies/cn/srdi-2026.yaml")) {
            Thresholds thresholds = of(file);
            Threshold threshold = thresholds.all().stream()
                    .filter(one -> one.context().contains("研发") || one.context().contains(">="))
                    .findFirst()
                    .orElseThrow();
            PolicyFile softer = thresholds.with(Map.of(threshold, BigDecimal.ZERO));
            Policy before = thresholds.with(Map.of()).policy().orElseThrow();

            PolicyChange change =
                    PolicyChange.of(before, softer.policy().orElseThrow(), columns, AS_OF, pack.facts(), 1);

            assertThat(change.total().lost()).isZero();
            for (int firm : change.changed()) {
                assertThat(change.before(firm)).isNotEqualTo(change.after(firm));
            }
        }
        assertThat(sme.all()).isNotEmpty();
    }

    /** A sixth of the thresholds of every policy in force: the curve in one pass says what deciding value by value says. */
    @Test
    void aCurveIsItsPolicyAtEveryValue() throws IOException {
        var random = new Random(7);
        int inOnePass = 0;
        int moving = 0;
        for (PolicyFile file : pack.files()) {
            boolean inForce =
                    file.policy().filter(policy -> policy.inForce(AS_OF)).isPresent();
            Thresholds thresholds = of(file.file());
            List<Threshold> tried = thresholds.all().stream()
                    .filter(each -> inForce && random.nextInt(6) == 0)
                    .toList();
            for (Threshold threshold : tried) {
                List<BigDecimal> values = values(threshold);
                var curve = new ThresholdCurve(columns, AS_OF, pack.facts(), 1);
                ThresholdCurve.Result result = curve.of(thresholds, threshold, values, done -> {});
                if (result.inOnePass()) {
                    inOnePass++;
                    moving += result.points().stream()
                                            .map(ThresholdCurve.Point::possible)
                                            .distinct()
                                            .count()
                                    > 1
                            ? 1
                            : 0;
                    assertThat(result.points())
                            .as(file.file() + " " + threshold)
                            .usingRecursiveComparison()
                            .withEqualsForType((a, b) -> Math.abs(a - b) <= 0.01 + 1e-9 * Math.abs(b), Double.class)
                            .isEqualTo(oneByOne(thresholds, threshold, values));
                    assertThat(overDecided(file, thresholds, threshold, values))
                            .as("over what is decided: " + file.file() + " " + threshold)
                            .usingRecursiveComparison()
                            .withEqualsForType((a, b) -> Math.abs(a - b) <= 0.01 + 1e-9 * Math.abs(b), Double.class)
                            .isEqualTo(result);
                }
            }
        }
        System.out.println(inOnePass + " thresholds in one pass, " + moving + " move something");
        assertThat(inOnePass).isGreaterThan(12);
        assertThat(moving).isGreaterThan(8);
    }

    private static ThresholdCurve.Result overDecided(
            PolicyFile file, Thresholds thresholds, Threshold threshold, List<BigDecimal> values) {
        PolicyBaseline decided = PolicyBaseline.of(file.policy().orElseThrow(), columns, AS_OF, pack.facts(), 1);
        return ThresholdCurve.over(decided, AS_OF, pack.facts(), 2).of(thresholds, threshold, values, done -> {});
    }

    private static List<BigDecimal> values(Threshold threshold) {
        BigDecimal value = threshold.value().filter(one -> one.signum() > 0).orElse(BigDecimal.TEN);
        var values = new ArrayList<BigDecimal>();
        for (String factor : List.of("0.5", "1", "1.2")) {
            values.add(value.multiply(new BigDecimal(factor)).stripTrailingZeros());
        }
        return values;
    }

    private static List<ThresholdCurve.Point> oneByOne(
            Thresholds thresholds, Threshold threshold, List<BigDecimal> values) {
        var points = new ArrayList<ThresholdCurve.Point>();
        for (BigDecimal value : values) {
            Policy policy = thresholds.with(Map.of(threshold, value)).policy().orElseThrow();
            Standing standing = PolicyChange.of(policy, policy, columns, AS_OF, pack.facts(), 1)
                    .total()
                    .after();
            points.add(new ThresholdCurve.Point(
                    value, standing.met(), standing.met() + standing.open(), standing.least(), standing.most()));
        }
        return points;
    }

    private static Truth truth(Finding finding) {
        return switch (finding.kind()) {
            case MET -> Truth.TRUE;
            case NOT_MET, NOT_APPLICABLE -> Truth.FALSE;
            case UNKNOWN, MANUAL -> Truth.UNKNOWN;
        };
    }

    private static double number(Rational value) {
        return value.rounded(4).doubleValue();
    }

    private static Thresholds of(String file) throws IOException {
        return Thresholds.of(file, Files.readString(Path.of("../..", file)), pack);
    }
}
