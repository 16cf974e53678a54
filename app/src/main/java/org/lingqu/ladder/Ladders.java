package org.lingqu.ladder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Actor;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.Term;
import org.lingqu.engine.policy.rule.Terms;
import org.lingqu.match.Answer;
import org.lingqu.pack.InstalledPack;
import org.lingqu.policy.Board;
import org.lingqu.policy.CriterionTally;
import org.lingqu.policy.Opportunities;
import org.lingqu.policy.Standing;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.EnterpriseFilter;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.FirmFile;
import org.lingqu.registry.RegionPart;
import org.lingqu.registry.TitleHistory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** The ladders of this installation, and how enterprises stand on them. Safe for use by many threads. */
@Service
public final class Ladders {

    private static final Logger LOG = LoggerFactory.getLogger(Ladders.class);

    /** Of how many years before this one the ends are told. */
    private static final int YEARS = 4;

    private final Path file;
    private final InstalledPack installed;
    private final Enterprises enterprises;
    private final Opportunities opportunities;
    private final LadderTargets targets;

    private @Nullable List<Ladder> ladders;

    /** @param file {@code lingqu.ladders}; by default {@code regions/ladders.yaml} of the project */
    Ladders(
            @Value("${lingqu.ladders:${lingqu.home:.}/regions/ladders.yaml}") String file,
            InstalledPack installed,
            Enterprises enterprises,
            Opportunities opportunities,
            LadderTargets targets) {
        this.file = Path.of(file).toAbsolutePath().normalize();
        this.installed = installed;
        this.enterprises = enterprises;
        this.opportunities = opportunities;
        this.targets = targets;
    }

    /** All of them; what is wrong in the file is logged and left out. */
    public synchronized List<Ladder> all() {
        if (ladders == null) {
            ladders = read();
        }
        return ladders;
    }

    private List<Ladder> read() {
        if (!Files.isRegularFile(file)) {
            LOG.warn("no ladders at {}", file);
            return List.of();
        }
        Set<String> policies = installed.pack().policies().stream()
                .map(policy -> policy.id().toString())
                .collect(Collectors.toSet());
        try {
            LaddersFile read = LaddersFile.read(String.valueOf(file.getFileName()), Files.readString(file), policies);
            read.problems().forEach(problem -> LOG.warn("{}", problem));
            return read.ladders();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of them. */
    public Optional<Ladder> called(String id) {
        return all().stream().filter(ladder -> ladder.id().equals(id)).findFirst();
    }

    /**
     * Who stands on each rung of a ladder, and how that came about.
     *
     * @param days how far ahead titles that run out are looked for
     */
    public LadderView view(Actor actor, Ladder ladder, RegionPart place, int days) {
        Board board = opportunities.board();
        LongPredicate among = among(actor, place, board.asOf());
        List<LocalDate> ends = ends(board.asOf());
        Map<Integer, Map<String, Integer>> wanted = wanted(place, ends);
        Map<String, Integer> sums =
                place.isAll() ? LadderTargets.sums(targets.of(board.asOf().getYear())) : Map.of();
        return new LadderView(
                ladder,
                ladder.rungs().stream()
                        .map(rung -> step(actor, board, rung, place, among, days, wanted, sums))
                        .toList(),
                enterprises.history(actor, EnterpriseFilter.all(board.asOf()).in(place), ladder.titles(), ends),
                wanted);
    }

    /** Targets of the years of some days, by title. */
    private Map<Integer, Map<String, Integer>> wanted(RegionPart place, List<LocalDate> days) {
        return place.isAll() || place.isPlace()
                ? days.stream()
                        .map(LocalDate::getYear)
                        .collect(Collectors.toMap(year -> year, year -> targets.of(year, place.region())))
                : Map.of();
    }

    /**
     * The targets of a year beside how many hold the titles: at its end where that is over, else today.
     *
     * @param year one of {@link LadderTargets#years}
     */
    public TargetTable targets(Actor actor, int year) {
        LocalDate today = enterprises.today();
        LocalDate end = LocalDate.of(year, 12, 31);
        LocalDate day = end.isBefore(today) ? end : today;
        List<String> titles = all().stream()
                .flatMap(ladder -> ladder.titles().stream())
                .distinct()
                .toList();
        SortedMap<Target, Integer> set = targets.of(year);
        var places = new TreeSet<>(enterprises.regions().keySet());
        set.keySet().stream().map(Target::place).forEach(places::add);
        places.add("");
        var held = new TreeMap<Target, Integer>();
        for (String place : places) {
            TitleHistory history = enterprises.history(
                    actor, EnterpriseFilter.all(today).in(new RegionPart(place, "", "")), titles, List.of(day));
            for (int title = 0; title < titles.size(); title++) {
                held.put(new Target(titles.get(title), place), history.held(0, title));
            }
        }
        return new TargetTable(year, day, titles, List.copyOf(places), set, held);
    }

    /** The last days of some years before, and today. */
    private static List<LocalDate> ends(LocalDate today) {
        return Stream.concat(
                        IntStream.rangeClosed(1, YEARS)
                                .mapToObj(i -> LocalDate.of(today.getYear() - 1 - YEARS + i, 12, 31)),
                        Stream.of(today))
                .toList();
    }

    private LongPredicate among(Actor actor, RegionPart place, LocalDate day) {
        if (place.isAll()) {
            return id -> true;
        }
        long[] ids = enterprises.numbers(actor, EnterpriseFilter.all(day).in(place));
        return id -> Arrays.binarySearch(ids, id) >= 0;
    }

    private Step step(
            Actor actor,
            Board board,
            Ladder.Rung rung,
            RegionPart place,
            LongPredicate among,
            int days,
            Map<Integer, Map<String, Integer>> wanted,
            Map<String, Integer> sums) {
        LocalDate today = board.asOf();
        EnterpriseFilter here = EnterpriseFilter.all(today).in(place);
        Optional<Policy> policy = policy(board, rung);
        return new Step(
                rung,
                enterprises.count(actor, here.holding(rung.title(), Optional.empty())),
                enterprises.count(actor, here.holding(rung.title(), Optional.of(today.plusDays(days)))),
                policy,
                policy.map(each -> board.tally(each, among)),
                policy.map(each -> opportunities.countWithWay(each, among)).orElse(OptionalInt.empty()),
                Optional.ofNullable(
                        wanted.getOrDefault(today.getYear(), Map.of()).get(rung.title())),
                Optional.ofNullable(sums.get(rung.title())));
    }

    private static Optional<Policy> policy(Board board, Ladder.Rung rung) {
        return rung.policy().isEmpty() ? Optional.empty() : board.policy(rung.policy());
    }

    /** 培育库 of a rung; empty where no policy in force grants its title. */
    public Optional<Cultivation> cultivation(Actor actor, Ladder ladder, Ladder.Rung rung, RegionPart place) {
        Board board = opportunities.board();
        LongPredicate among = among(actor, place, board.asOf());
        long[] holders = enterprises.numbers(
                actor, EnterpriseFilter.all(board.asOf()).in(place).holding(rung.title(), Optional.empty()));
        LongPredicate wanted = among.and(id -> Arrays.binarySearch(holders, id) < 0);
        return policy(board, rung).map(policy -> cultivation(board, ladder, rung, policy, wanted));
    }

    private Cultivation cultivation(Board board, Ladder ladder, Ladder.Rung rung, Policy policy, LongPredicate wanted) {
        long[] near = some(board.enterprises(policy, Standing.NEAR, null, true), wanted);
        Optional<Set<Long>> withWay = opportunities.withWay(policy, near);
        return new Cultivation(
                ladder,
                rung,
                policy,
                some(board.enterprises(policy, Standing.MET, null, true), wanted),
                withWay.map(with -> some(near, with::contains)).orElse(near),
                withWay.map(with -> some(near, id -> !with.contains(id))).orElse(new long[0]),
                withWay.isPresent(),
                board.criteria(policy, wanted).stream()
                        .filter(each -> each.alone() > 0)
                        .sorted(Comparator.comparingInt(CriterionTally::alone).reversed())
                        .toList());
    }

    private static long[] some(long[] ids, LongPredicate wanted) {
        return Arrays.stream(ids).filter(wanted).toArray();
    }

    /** Where an enterprise stands on each ladder. */
    public List<EnterpriseRung> rungs(Enterprise enterprise, FirmFile file) {
        Board board = opportunities.board();
        Map<Policy, Standing> standings = board.standings(enterprise.id());
        return all().stream()
                .map(ladder -> rung(ladder, board, standings, file))
                .toList();
    }

    private static EnterpriseRung rung(Ladder ladder, Board board, Map<Policy, Standing> standings, FirmFile file) {
        Optional<Ladder.Rung> held = ladder.held(file, board.asOf());
        Optional<Ladder.Rung> next = ladder.above(held);
        return new EnterpriseRung(
                ladder, held, next, next.flatMap(rung -> policy(board, rung)).map(standings::get));
    }

    /** The ways of an enterprise up all ladders. */
    public List<LadderPath> paths(Enterprise enterprise, FirmFile file) {
        Board board = opportunities.board();
        Map<Policy, Standing> standings = board.standings(enterprise.id());
        Map<String, Answer> answers = opportunities.answers(enterprise).stream()
                .collect(Collectors.toMap(answer -> answer.policy().id().toString(), answer -> answer));
        return all().stream()
                .map(ladder -> path(ladder, board, standings, answers, file))
                .toList();
    }

    private static LadderPath path(
            Ladder ladder, Board board, Map<Policy, Standing> standings, Map<String, Answer> answers, FirmFile file) {
        Optional<Ladder.Rung> held = ladder.held(file, board.asOf());
        int first = held.map(ladder.rungs()::indexOf).orElse(-1) + 1;
        return new LadderPath(
                ladder,
                held,
                ladder.rungs().stream()
                        .skip(first)
                        .map(rung -> leg(ladder, rung, board, standings, answers))
                        .toList());
    }

    private static LadderPath.Leg leg(
            Ladder ladder,
            Ladder.Rung rung,
            Board board,
            Map<Policy, Standing> standings,
            Map<String, Answer> answers) {
        Optional<Policy> policy = policy(board, rung);
        List<String> lower = ladder.titles().subList(0, ladder.rungs().indexOf(rung));
        return new LadderPath.Leg(
                rung,
                Optional.ofNullable(answers.get(rung.policy())),
                policy.map(standings::get),
                lower.stream()
                        .filter(title ->
                                policy.filter(each -> asksFor(each, title)).isPresent())
                        .toList(),
                board.policies().stream()
                        .filter(each -> !each.titles().contains(rung.title()) && asksFor(each, rung.title()))
                        .toList());
    }

    /** Whether holding the title can help; a rule that it must not be held does not count. */
    private static boolean asksFor(Policy policy, String title) {
        return asksFor(policy.condition(), title);
    }

    private static boolean asksFor(Term term, String title) {
        return switch (term) {
            case Condition.HoldsTitle holds -> holds.title().equals(title);
            case Condition.Not ignored -> false;
            default -> Terms.children(term).stream().anyMatch(each -> asksFor(each, title));
        };
    }
}
