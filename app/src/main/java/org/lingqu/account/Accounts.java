package org.lingqu.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.AccountProblem.Code;
import org.lingqu.account.store.FactorStore;
import org.lingqu.account.store.PersonStore;
import org.lingqu.database.Database;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/** Everybody who may sign in. Each change is published as {@link AccountChanged} in the transaction that makes it. */
@Service
public final class Accounts {

    /** After so many failures in a row an account is locked. */
    static final int FAILURES = 5;

    /** The first lock; each further failure doubles it, up to a day. */
    static final Duration FIRST_LOCK = Duration.ofMinutes(1);

    private static final Duration LONGEST_LOCK = Duration.ofDays(1);
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,63}");
    private static final int LONGEST_NAME = 100;

    private final Database database;
    private final PasswordEncoder encoder;
    private final ApplicationEventPublisher events;
    private final Sessions sessions;
    private final Clock clock;
    /** Checked when there is no such account, so that the time of the answer does not tell. Start-up does not wait for it. */
    private final CompletableFuture<String> nobody;

    Accounts(
            Database database,
            PasswordEncoder encoder,
            ApplicationEventPublisher events,
            Sessions sessions,
            Clock clock) {
        this.database = database;
        this.encoder = encoder;
        this.events = events;
        this.sessions = sessions;
        this.clock = clock;
        this.nobody = CompletableFuture.supplyAsync(() -> encoder.encode("nobody has this password"));
    }

    /** Everybody, closed accounts last. */
    public List<Person> all() {
        return database.read(PersonStore::all);
    }

    /** Those whom a filter lets through, closed accounts last. */
    public List<Person> find(PersonFilter filter, int offset, int limit) {
        return database.read(in -> PersonStore.find(in, filter, clock.instant(), offset, limit));
    }

    /** How many a filter lets through. */
    public int count(PersonFilter filter) {
        return database.read(in -> PersonStore.count(in, filter, clock.instant()));
    }

    /** By number. */
    public Optional<Person> byId(long id) {
        return database.read(in -> PersonStore.byId(in, id));
    }

    /** By login, upper or lower case. */
    public Optional<Person> byLogin(String login) {
        return database.read(in -> PersonStore.secret(in, lower(login))).map(PersonStore.Secret::person);
    }

    /** Tries a login and a password, at the cost of one hash whatever the outcome. */
    public SignIn signIn(String login, String password) {
        Optional<PersonStore.Secret> found = database.read(in -> PersonStore.secret(in, lower(login)));
        Instant now = clock.instant();
        if (found.isEmpty()) {
            encoder.matches(password, nobody.join());
            return new SignIn.Refused();
        }
        Instant locked = found.get().person().lockedUntil();
        if (locked != null && now.isBefore(locked)) {
            return new SignIn.Locked(locked);
        }
        boolean right = encoder.matches(password, found.get().hash());
        return database.write(in -> afterTry(in, lower(login), right, now));
    }

    private SignIn afterTry(DSLContext in, String login, boolean right, Instant now) {
        // read again: another try may have been counted while the hash was being computed
        PersonStore.Secret secret = PersonStore.secret(in, login).orElseThrow();
        Person person = secret.person();
        if (person.lockedUntil() != null && now.isBefore(person.lockedUntil())) {
            return new SignIn.Locked(person.lockedUntil());
        }
        if (!right || !person.active()) {
            return failed(in, secret, now);
        }
        if (FactorStore.isSet(in, person.id())) {
            return new SignIn.NeedsCode(person); // failures are forgotten only when the code is right too
        }
        return done(in, person);
    }

    /**
     * Goes on after the password was right.
     *
     * @param right looks at the code, inside the transaction that counts the try
     */
    SignIn secondTry(long id, Predicate<DSLContext> right) {
        Instant now = clock.instant();
        return database.write(in -> {
            Person person = PersonStore.byId(in, id).orElseThrow();
            if (person.lockedUntil() != null && now.isBefore(person.lockedUntil())) {
                return new SignIn.Locked(person.lockedUntil());
            }
            return person.active() && right.test(in)
                    ? done(in, person)
                    : failed(in, PersonStore.secret(in, person.login()).orElseThrow(), now);
        });
    }

    private SignIn done(DSLContext in, Person person) {
        PersonStore.failures(in, person.id(), 0, null);
        publish(person.actor(), "account.sign-in", person, null, null);
        return new SignIn.Done(person);
    }

    private SignIn failed(DSLContext in, PersonStore.Secret secret, Instant now) {
        Person person = secret.person();
        int failures = secret.failures() + 1;
        Instant until = failures < FAILURES ? null : now.plus(lock(failures));
        PersonStore.failures(in, person.id(), failures, until);
        publish(Actor.VISITOR, "account.sign-in-refused", person, null, "连续失败 " + failures + " 次");
        return until == null ? new SignIn.Refused() : new SignIn.Locked(until);
    }

    private static Duration lock(int failures) {
        Duration lock = FIRST_LOCK.multipliedBy(1L << Math.min(20, failures - FAILURES));
        return lock.compareTo(LONGEST_LOCK) > 0 ? LONGEST_LOCK : lock;
    }

    /**
     * Opens an account.
     *
     * @return every problem; empty when the account is there
     */
    public List<AccountProblem> create(
            Actor by, String login, String name, String role, @Nullable String organisation, String password) {
        return create(by, login, name, role, organisation, password, true);
    }

    /** @param mustChange whether the password has to be changed at the first sign-in */
    public List<AccountProblem> create(
            Actor by,
            String login,
            String name,
            String role,
            @Nullable String organisation,
            String password,
            boolean mustChange) {
        String lower = lower(login);
        var problems = new ArrayList<AccountProblem>();
        if (lower.isEmpty()) {
            problems.add(new AccountProblem(Code.LOGIN_MISSING, "login", login));
        } else if (!LOGIN.matcher(lower).matches()) {
            problems.add(new AccountProblem(Code.LOGIN_MALFORMED, "login", login));
        }
        problems.addAll(nameProblems(name));
        Optional<Role> asked = role(role);
        if (asked.isEmpty()) {
            problems.add(new AccountProblem(Code.ROLE_UNKNOWN, "role", role));
        }
        problems.addAll(PasswordRule.problems(password, lower, name.strip()));
        String hash = problems.isEmpty() ? encoder.encode(password) : "";
        return database.write(in -> {
            if (PersonStore.secret(in, lower).isPresent()) {
                problems.add(new AccountProblem(Code.LOGIN_TAKEN, "login", login));
            }
            if (problems.isEmpty()) {
                Person made = PersonStore.insert(
                        in,
                        lower,
                        name.strip(),
                        asked.orElseThrow(),
                        blankToNull(organisation),
                        hash,
                        mustChange,
                        clock.instant());
                publish(by, "account.create", made, null, made.summary());
            }
            return List.copyOf(problems);
        });
    }

    /**
     * Changes what an account says of a person.
     *
     * @param rowVersion the version she saw when she began
     * @return every problem; empty when it is changed
     */
    public List<AccountProblem> change(
            Actor by,
            long id,
            String name,
            String role,
            @Nullable String organisation,
            boolean active,
            int rowVersion) {
        var problems = new ArrayList<AccountProblem>(nameProblems(name));
        Optional<Role> asked = role(role);
        if (asked.isEmpty()) {
            problems.add(new AccountProblem(Code.ROLE_UNKNOWN, "role", role));
        }
        return database.write(in -> {
            Person before = PersonStore.byId(in, id).orElseThrow();
            boolean stays = active && asked.filter(Role.ADMINISTRATOR::equals).isPresent();
            if (before.role() == Role.ADMINISTRATOR
                    && before.active()
                    && !stays
                    && PersonStore.countActive(in, Role.ADMINISTRATOR) == 1) {
                problems.add(new AccountProblem(Code.LAST_ADMINISTRATOR, "role", role));
            }
            if (problems.isEmpty()
                    && !PersonStore.update(
                            in,
                            before,
                            name.strip(),
                            asked.orElseThrow(),
                            blankToNull(organisation),
                            active,
                            rowVersion)) {
                problems.add(new AccountProblem(Code.CHANGED_MEANWHILE, "name", before.name()));
            }
            if (problems.isEmpty()) {
                Person after = PersonStore.byId(in, id).orElseThrow();
                publish(by, "account.change", after, before.summary(), after.summary());
            }
            return List.copyOf(problems);
        });
    }

    /** Sets somebody else's password, who has to change it at the next sign-in; whoever is signed in so is no longer. */
    public List<AccountProblem> reset(Actor by, long id, String password) {
        Person person = byId(id).orElseThrow();
        List<AccountProblem> problems = setPassword(by, person, password, true);
        if (problems.isEmpty()) {
            sessions.end(id, all -> true);
        }
        return problems;
    }

    /** Opens a lock before its time. */
    public void unlock(Actor by, long id) {
        database.change(in -> {
            Person person = PersonStore.byId(in, id).orElseThrow();
            PersonStore.failures(in, id, 0, null);
            publish(by, "account.unlock", person, null, null);
        });
    }

    /**
     * Ends sessions of somebody.
     *
     * @param which told their keys
     * @return how many
     */
    public int endSessions(Actor by, long id, Predicate<String> which) {
        Person person = byId(id).orElseThrow();
        int ended = sessions.end(id, session -> which.test(session.key()));
        if (ended > 0) {
            publish(by, "account.sessions-ended", person, null, ended + " 个");
        }
        return ended;
    }

    /** Whether somebody who is signed in has just typed her password right. */
    public boolean isPassword(Person person, String password) {
        return database.read(in -> PersonStore.secret(in, person.login()))
                .filter(secret -> encoder.matches(password, secret.hash()))
                .isPresent();
    }

    /** Changes one's own password. */
    public List<AccountProblem> changeOwn(Person person, String old, String fresh, String repeated) {
        var problems = new ArrayList<AccountProblem>();
        if (!isPassword(person, old)) {
            problems.add(new AccountProblem(Code.PASSWORD_WRONG, "old", null));
        }
        if (!fresh.equals(repeated)) {
            problems.add(new AccountProblem(Code.PASSWORD_NOT_REPEATED, "repeated", null));
        }
        problems.addAll(PasswordRule.problems(fresh, person.login(), person.name()));
        return problems.isEmpty() ? setPassword(person.actor(), person, fresh, false) : List.copyOf(problems);
    }

    private List<AccountProblem> setPassword(Actor by, Person person, String password, boolean mustChange) {
        List<AccountProblem> problems = PasswordRule.problems(password, person.login(), person.name());
        if (problems.isEmpty()) {
            String hash = encoder.encode(password);
            database.change(in -> {
                PersonStore.password(in, person.id(), hash, mustChange);
                publish(by, "account.password", person, null, null);
            });
        }
        return problems;
    }

    void publish(Actor by, String action, Person subject, @Nullable String before, @Nullable String after) {
        events.publishEvent(new AccountChanged(by, action, subject.login(), before, after));
    }

    private static List<AccountProblem> nameProblems(String name) {
        if (name.isBlank()) {
            return List.of(new AccountProblem(Code.NAME_MISSING, "name", name));
        }
        return name.strip().length() > LONGEST_NAME
                ? List.of(new AccountProblem(Code.NAME_TOO_LONG, "name", name))
                : List.of();
    }

    private static Optional<Role> role(String name) {
        for (Role each : Role.values()) {
            if (each.canSignIn() && each.name().equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static String lower(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
