package org.lingqu.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.lingqu.database.DataFolder;
import org.lingqu.database.Latest;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.decision.Decision;
import org.lingqu.engine.policy.decision.FirmDay;
import org.lingqu.engine.policy.decision.Interpreter;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.pack.Benefit;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.match.Answer;
import org.lingqu.match.Match;
import org.lingqu.pack.InstalledPack;
import org.lingqu.policy.catalogue.Addressees;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.EnterprisesChanged;
import org.lingqu.registry.FirmFile;
import org.lingqu.registry.Summary;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * 惠企政策机会: all enterprises against all policies in force, kept current. All are decided when first asked for, when the day
 * changes and when a policy does; after that only enterprises about which something was said. Safe for use by many threads.
 */
@Service
public final class Opportunities {

    private static final String ASIDE = "columns";

    private final Enterprises enterprises;
    private final InstalledPack installed;
    private final DataFolder folder;
    private final int threads = Math.max(1, Runtime.getRuntime().availableProcessors());

    private final Latest<PolicyPack, Interpreter> interpreters = new Latest<>(pack -> new Interpreter(pack.facts()));

    private final Ways ways = new Ways();

    private @Nullable Board board;
    private @Nullable PolicyPack by;
    private @Nullable LocalDate waysOf;

    Opportunities(Enterprises enterprises, InstalledPack installed, DataFolder folder) {
        this.enterprises = enterprises;
        this.folder = folder;
        this.installed = installed;
    }

    /**
     * What is decided today, by the policies as they stand now. The first question waits until all enterprises are read; on another
     * day, and when a policy was published, they are only decided again.
     */
    @SuppressWarnings("ReferenceEquality") // a pack that was read again is another one, also when it says the same
    public synchronized Board board() {
        LocalDate today = enterprises.today();
        PolicyPack pack = installed.pack();
        if (board == null || board.isWorn()) {
            board = decide(today);
        } else if (!board.asOf().equals(today) || by != pack) {
            board = board.decided(today, policies(today), threads);
        }
        if (by != pack || !today.equals(waysOf)) {
            ways.forget();
        }
        waysOf = today;
        by = pack;
        return board;
    }

    /** About so many are read and searched in two seconds on two processors; nobody is made to wait longer. */
    public static final int MOST_SEARCHED = 2_000;

    /**
     * Those near a policy that have a step which they can take (有办法): the others miss one criterion, and nothing that a firm can be asked
     * for mends it. Worked out when first asked for, and kept while nothing is said about an enterprise.
     *
     * @param near of whom it is asked
     * @return empty where they are more than {@value #MOST_SEARCHED}
     */
    public Optional<Set<Long>> withWay(Policy policy, long[] near) {
        return near.length > MOST_SEARCHED
                ? Optional.empty()
                : Optional.of(ways.of(policy, near, ids -> {
                    var found = new TreeMap<Long, Boolean>();
                    answers(match(List.of(policy), enterprises.today(), false), ids)
                            .forEach((id, answer) -> found.put(id, answer.isOneStepAway()));
                    return found;
                }));
    }

    /** How many there are among all near it; empty where those are too many to be searched. */
    public OptionalInt countWithWay(Policy policy, LongPredicate among) {
        long[] near = Arrays.stream(board().enterprises(policy, Standing.NEAR, null, false))
                .filter(among)
                .toArray();
        return withWay(policy, near).stream().mapToInt(Set::size).findFirst();
    }

    /** Everything that is known of all enterprises today, with how large each is ({@value SizeColumn#NAME}). */
    public Population population() {
        Board now = board();
        return now.population(installed.pack().inForce(now.asOf()), threads);
    }

    /** Policies of a day that bring an enterprise something: a title, money or both. */
    public List<Policy> policies(LocalDate day) {
        return installed.pack().inForce(day).stream()
                .filter(policy -> !policy.grants().isEmpty()
                        || policy.benefits().stream()
                                .anyMatch(benefit -> benefit.frequency() != Benefit.Frequency.NEVER))
                .filter(policy -> !Addressees.isForPeople(policy))
                .toList();
    }

    private Board decide(LocalDate day) {
        List<Policy> policies = policies(day);
        Aside aside = Aside.in(folder.resolve(ASIDE));
        List<Segment.Read> parts = enterprises.columns(
                threads, part -> new Segment.Read(part.ids(), part.revenue(), aside.put(part.columns())));
        return new Board(
                day, policies, parts.isEmpty() ? List.of() : List.of(Segment.ofRead(parts, policies, day, threads)), 0);
    }

    private static Segment.Row row(long id, FirmFile file) {
        Double revenue = new Summary(file).revenue();
        return new Segment.Row(id, firm(id, file), revenue == null ? 0 : revenue);
    }

    private static Firm firm(long id, FirmFile file) {
        return file.firm(file.code().orElse(Long.toString(id)));
    }

    @EventListener
    synchronized void enterprisesChanged(EnterprisesChanged event) {
        if (event.isAll()) {
            ways.forget();
        } else {
            ways.forget(event.enterprises());
        }
        if (board == null) {
            return;
        }
        if (event.isAll()) {
            board = null;
            return;
        }
        var rows = new ArrayList<Segment.Row>();
        enterprises.files(event.enterprises()).forEach((id, file) -> {
            if (!file.isEmpty()) {
                rows.add(row(id, file));
            }
        });
        board = board.with(new HashSet<>(event.enterprises()), rows, threads);
    }

    /** What each policy says of one enterprise, with what is missing and what it would bring. */
    public List<Answer> answers(Enterprise enterprise) {
        Firm firm = firm(enterprise.id(), enterprises.file(enterprise));
        LocalDate day = enterprises.today();
        return match(policies(day), day, true).of(firm);
    }

    /** The same with all findings and without what would turn them, which takes longer than deciding. */
    public List<Decision> decisions(Enterprise enterprise) {
        FirmDay day = interpreter().on(firm(enterprise.id(), enterprises.file(enterprise)), enterprises.today());
        return policies(day.asOf()).stream().map(day::decide).toList();
    }

    /** What one policy decides of some enterprises, with all findings; those about which nothing counts are left out. */
    public Map<Long, Decision> decisions(Policy policy, List<Long> ids) {
        LocalDate day = enterprises.today();
        Interpreter interpreter = interpreter();
        var decisions = new TreeMap<Long, Decision>();
        enterprises.files(ids).forEach((id, file) -> {
            if (!file.isEmpty()) {
                decisions.put(id, interpreter.on(firm(id, file), day).decide(policy));
            }
        });
        return decisions;
    }

    /** What one policy says of some enterprises, in their order; those about which nothing counts are left out. */
    public Map<Long, Answer> answers(Policy policy, List<Long> ids) {
        return answers(match(List.of(policy), enterprises.today(), true), ids);
    }

    private Map<Long, Answer> answers(Match match, List<Long> ids) {
        Map<Long, FirmFile> files = enterprises.files(ids);
        var answers = new java.util.LinkedHashMap<Long, Answer>();
        for (Long id : ids) {
            Optional.ofNullable(files.get(id))
                    .filter(file -> !file.isEmpty())
                    .ifPresent(file -> answers.put(id, match.of(firm(id, file)).getFirst()));
        }
        return answers;
    }

    /** Some enterprises with what a policy says of them, in their order; those about which nothing counts are left out. */
    public List<CallRow> calls(Policy policy, List<Long> ids) {
        Map<Long, Enterprise> known = enterprises.byIds(ids);
        Set<Long> holders = board().holders(policy, ids);
        return answers(policy, ids).entrySet().stream()
                .flatMap(entry -> Optional.ofNullable(known.get(entry.getKey()))
                        .map(enterprise -> new CallRow(enterprise, entry.getValue(), holders.contains(enterprise.id())))
                        .stream())
                .toList();
    }

    /** One decision with all its reasons, as a person would want to read it, in Chinese. */
    public String explain(Policy policy, Enterprise enterprise) {
        Firm firm = firm(enterprise.id(), enterprises.file(enterprise));
        return match(List.of(policy), enterprises.today(), true).explain(firm);
    }

    private Match match(List<Policy> asked, LocalDate day, boolean all) {
        return new Match(interpreter(), asked, policies(day), day, all);
    }

    /** One for as long as the pack stays as it is: policies are prepared for the first enterprise and not for each. */
    private Interpreter interpreter() {
        return interpreters.of(installed.pack());
    }
}
