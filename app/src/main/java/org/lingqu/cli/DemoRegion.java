package org.lingqu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.lingqu.account.AccountProblem;
import org.lingqu.account.Accounts;
import org.lingqu.account.Actor;
import org.lingqu.account.FirstPasswords;
import org.lingqu.account.Role;
import org.lingqu.demo.MadeRegion;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.ladder.LadderTargets;
import org.lingqu.ladder.Ladders;
import org.lingqu.ladder.Target;
import org.lingqu.ladder.TargetTable;
import org.lingqu.library.Library;
import org.lingqu.library.LibraryIndex;
import org.lingqu.library.Visibility;
import org.lingqu.policy.Board;
import org.lingqu.policy.Opportunities;
import org.lingqu.policy.Standing;
import org.lingqu.policy.draft.Draft;
import org.lingqu.policy.draft.Drafts;
import org.lingqu.registry.Contacts;
import org.lingqu.registry.EnterpriseFilter;
import org.lingqu.registry.EnterpriseOrder;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.Parties;
import org.lingqu.registry.Relations;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;

/** Fills a data folder with the demonstration region; what is there already stays as it is. */
final class DemoRegion {

    /** Somebody who can sign in to the demonstration. */
    record DemoAccount(String login, String name, Role role) {}

    static final List<DemoAccount> ACCOUNTS = List.of(
            new DemoAccount("officer", "政策专员（演示）", Role.OFFICER),
            new DemoAccount("officer2", "另一位政策专员（演示）", Role.OFFICER), // who approves what the first one writes
            new DemoAccount("admin", "系统管理员（演示）", Role.ADMINISTRATOR),
            new DemoAccount("department", "协同部门（演示）", Role.DEPARTMENT),
            new DemoAccount("auditor", "审计（演示）", Role.AUDITOR),
            new DemoAccount("enterprise", "企业（演示）", Role.ENTERPRISE),
            new DemoAccount("researcher", "科研团队（演示）", Role.RESEARCHER),
            new DemoAccount("expert", "评审专家（演示）", Role.EXPERT));

    private static final int LOOKED_AT = 200;

    private final Accounts accounts;
    private final Library library;
    private final ObjectProvider<LibraryIndex> indexes;
    private final Path passwords;
    private final Path filled;
    private final Enterprises enterprises;
    private final DemoParties around;
    private final DemoContacts contacts;
    private final Path enterprisesFilled;
    private final Ladders ladders;
    private final LadderTargets ladderTargets;
    private final Opportunities opportunities;
    private final Drafts drafts;
    private final Path policiesFilled;

    DemoRegion(ApplicationContext context, Path data) {
        this.accounts = context.getBean(Accounts.class);
        this.library = context.getBean(Library.class);
        this.indexes = context.getBeanProvider(LibraryIndex.class);
        this.passwords = data.resolve("demo-accounts.txt");
        this.filled = data.resolve("demo-filled");
        this.enterprises = context.getBean(Enterprises.class);
        this.ladders = context.getBean(Ladders.class);
        this.ladderTargets = context.getBean(LadderTargets.class);
        this.around = new DemoParties(context.getBean(Parties.class), context.getBean(Relations.class));
        this.contacts = new DemoContacts(context.getBean(Contacts.class), context.getBean(Relations.class));
        this.opportunities = context.getBean(Opportunities.class);
        this.drafts = context.getBean(Drafts.class);
        this.policiesFilled = data.resolve("demo-policies-filled");
        this.enterprisesFilled = data.resolve("demo-enterprises-filled");
    }

    /** One account a role. The passwords lie in the data folder, so that the next start can print them again. */
    Map<String, String> accounts() throws IOException {
        var known = new LinkedHashMap<String, String>();
        if (Files.exists(passwords)) {
            for (String line : Files.readAllLines(passwords)) {
                String[] parts = line.split(" ", 2);
                known.put(parts[0], parts[1]);
            }
        }
        for (DemoAccount account : ACCOUNTS) {
            known.computeIfAbsent(account.login(), login -> FirstPasswords.next());
        }
        write(known); // before the accounts, so that none is ever there whose password nobody knows
        for (DemoAccount account : ACCOUNTS) {
            if (accounts.byLogin(account.login()).isEmpty()) {
                List<AccountProblem> problems = accounts.create(
                        Actor.SYSTEM,
                        account.login(),
                        account.name(),
                        account.role().name(),
                        "灵渠市（演示）",
                        known.getOrDefault(account.login(), ""),
                        false);
                if (!problems.isEmpty()) {
                    throw new IllegalStateException("demo account refused: " + problems);
                }
            }
        }
        return known;
    }

    private void write(Map<String, String> known) throws IOException {
        if (!Files.exists(passwords)) {
            Files.createFile(passwords);
        }
        if (passwords.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(passwords, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(
                passwords,
                known.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue() + "\n")
                        .collect(Collectors.joining()));
    }

    /** Takes the pages in, once. */
    void pages(List<Path> paths, Progress progress, PrintWriter out) throws IOException {
        if (Files.exists(filled)) {
            return;
        }
        Set<String> internal = internal();
        TakenIn taken = TakenIn.of(
                library,
                Actor.SYSTEM,
                name -> internal.contains(name.substring(name.lastIndexOf('/') + 1))
                        ? Visibility.INTERNAL
                        : Visibility.PUBLIC,
                paths,
                progress);
        taken.print(out);
        indexes.forEach(LibraryIndex::catchUp);
        Files.createFile(filled);
    }

    /**
     * Publishes the policies of the demonstration city, once, the way that offices publish theirs: one person writes and submits,
     * another approves, and it is published. A file with problems is left out and said.
     */
    void policies(PrintWriter out) throws IOException {
        Path folder = Home.path().resolve("regions/demo/policies");
        if (Files.exists(policiesFilled) || !Files.isDirectory(folder)) {
            return;
        }
        Actor author = accounts.byLogin("officer").orElseThrow().actor();
        Actor second = accounts.byLogin("officer2").orElseThrow().actor();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                out.printf("示例政策 sample policy: %s%n", published(author, second, Files.readString(file)));
            }
        }
        Files.createFile(policiesFilled);
    }

    private String published(Actor author, Actor second, String text) {
        Draft draft = drafts.begin(author, text, "演示地区的示例政策，不是真实文件");
        Drafts.Outcome outcome = drafts.submit(author, draft.id(), draft.rowVersion());
        if (outcome instanceof Drafts.Outcome.Done(Draft submitted)) {
            outcome = drafts.approve(second, submitted.id(), submitted.rowVersion(), "同意（演示）");
        }
        if (outcome instanceof Drafts.Outcome.Done(Draft approved)) {
            outcome = drafts.publish(author, approved.id(), approved.rowVersion());
        }
        return switch (outcome) {
            case Drafts.Outcome.Done(Draft done) -> done.title();
            case Drafts.Outcome.Refused refused ->
                draft.title() + " 没有发布 not published: " + refused.why() + " " + refused.problems();
        };
    }

    /** Takes the enterprises in, once; the demonstration's own enterprise account acts for one that policies have something to say to. */
    void enterprises(int size, Progress progress, PrintWriter out) throws IOException {
        if (size == 0 || Files.exists(enterprisesFilled)) {
            return;
        }
        MadeRegion region = DemoEnterprises.region(size);
        int count = new DemoEnterprises(enterprises).fill(region, progress::show, firm -> {
            around.see(firm);
            contacts.see(firm);
        });
        int parties = around.fill(region);
        contacts.fill();
        targets();
        accounts.byLogin("enterprise")
                .ifPresent(person -> telling().ifPresent(firm -> enterprises.join(Actor.SYSTEM, firm, person.id())));
        out.printf("企业 enterprises: %d，创新主体 innovation parties: %d%n", count, parties);
        Files.createFile(enterprisesFilled);
    }

    /**
     * The enterprise in the middle by revenue for which there is most to see: policies that it meets and does not hold, that it is
     * near to, and for which something is missing. Looked for among some only, which is enough and quick.
     */
    private Optional<Long> telling() {
        long[] all =
                enterprises.numbers(Actor.SYSTEM, EnterpriseFilter.all(enterprises.today()), EnterpriseOrder.REVENUE);
        Board board = opportunities.board();
        return LongStream.of(all)
                .skip(all.length / 4)
                .limit(LOOKED_AT)
                .boxed()
                .max(Comparator.comparingInt(firm -> told(board, firm)));
    }

    /** Kinds of news first, then how many there are. */
    private static int told(Board board, long firm) {
        Map<Policy, Standing> standings = board.standings(firm);
        int met = (int) standings.entrySet().stream()
                .filter(each -> each.getValue() == Standing.MET)
                .filter(each -> board.holders(each.getKey(), List.of(firm)).isEmpty())
                .count();
        int near = count(standings, Standing.NEAR);
        int open = count(standings, Standing.OPEN);
        int kinds = Math.min(met, 1) + Math.min(near, 1) + Math.min(open, 1);
        return kinds * 100 + Math.min(met, 3) + Math.min(near, 3) + Math.min(open, 3);
    }

    private static int count(Map<Policy, Standing> standings, Standing standing) {
        return (int) standings.values().stream().filter(standing::equals).count();
    }

    /** A quarter more in each place than at the end of the year before; for the lowest title the region wants some more than its places. */
    private void targets() {
        int year = enterprises.today().getYear();
        TargetTable before = ladders.targets(Actor.SYSTEM, year - 1);
        var wanted = new TreeMap<Target, Integer>();
        before.held().forEach((target, held) -> {
            if (!target.isWhole()) {
                wanted.put(target, held + (held + 3) / 4);
            }
        });
        LadderTargets.sums(wanted).forEach((title, sum) -> wanted.put(Target.whole(title), sum));
        before.titles().stream().limit(1).forEach(title -> wanted.merge(Target.whole(title), 5, Integer::sum));
        var typed = new TreeMap<Target, String>();
        wanted.forEach((target, number) -> typed.put(target, number.toString()));
        ladderTargets.set(Actor.SYSTEM, year, typed, Map.of());
    }

    private static Set<String> internal() throws IOException {
        Path list = Home.path().resolve("regions/demo/internal.txt");
        return Files.exists(list)
                ? Files.readAllLines(list).stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
