package org.lingqu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lingqu.account.AccountProblem;
import org.lingqu.account.Accounts;
import org.lingqu.account.Actor;
import org.lingqu.account.FirstPasswords;
import org.lingqu.account.Role;
import org.lingqu.demo.MadeRegion;
import org.lingqu.ladder.LadderTargets;
import org.lingqu.ladder.Ladders;
import org.lingqu.ladder.Target;
import org.lingqu.ladder.TargetTable;
import org.lingqu.library.Library;
import org.lingqu.library.LibraryIndex;
import org.lingqu.library.Visibility;
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
            new DemoAccount("admin", "系统管理员（演示）", Role.ADMINISTRATOR),
            new DemoAccount("department", "协同部门（演示）", Role.DEPARTMENT),
            new DemoAccount("auditor", "审计（演示）", Role.AUDITOR),
            new DemoAccount("enterprise", "企业（演示）", Role.ENTERPRISE),
            new DemoAccount("researcher", "科研团队（演示）", Role.RESEARCHER),
            new DemoAccount("expert", "评审专家（演示）", Role.EXPERT));

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

    /** Takes the enterprises in, once; the demonstration's own enterprise account acts for the first of them. */
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
                .ifPresent(person -> enterprises
                        .find(
                                Actor.SYSTEM,
                                EnterpriseFilter.all(enterprises.today()),
                                EnterpriseOrder.REVENUE,
                                size / 2,
                                1)
                        .forEach(firm -> enterprises.join(Actor.SYSTEM, firm.id(), person.id())));
        out.printf("企业 enterprises: %d，创新主体 innovation parties: %d%n", count, parties);
        Files.createFile(enterprisesFilled);
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
