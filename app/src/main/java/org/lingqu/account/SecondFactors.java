package org.lingqu.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.lingqu.account.store.FactorStore;
import org.lingqu.account.store.FactorStore.Factor;
import org.lingqu.database.Database;
import org.lingqu.database.Sha256;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * What is asked for beside the password: the code that a program on the telephone shows (RFC 6238), or one of the recovery codes
 * that were written down. Wrong codes count towards the same lock as wrong passwords, and no code works twice.
 */
@Service
public final class SecondFactors {

    /** Who must have one; everybody else may. */
    public enum Rule {
        OPTIONAL,
        STAFF,
        EVERYBODY;

        static Rule of(String name) {
            return Arrays.stream(values())
                    .filter(rule -> rule.name().equalsIgnoreCase(name.strip()))
                    .findAny()
                    .orElseThrow(() -> new IllegalArgumentException("lingqu.second-factor is \"" + name
                            + "\", not one of optional, staff, everybody (LINGQU_SECOND_FACTOR)"));
        }
    }

    /**
     * What a telephone needs to know.
     *
     * @param key base32, to be typed where there is no camera
     * @param address {@code otpauth://…}, what a QR code says
     */
    public record Setup(String key, String address) {}

    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;
    private final Accounts accounts;
    private final Clock clock;
    private final Rule rule;

    /** @param rule {@code lingqu.second-factor}: optional, staff or everybody */
    SecondFactors(
            Database database, Accounts accounts, Clock clock, @Value("${lingqu.second-factor:optional}") String rule) {
        this.database = database;
        this.accounts = accounts;
        this.clock = clock;
        this.rule = Rule.of(rule);
    }

    /** Whether somebody must have one. */
    public boolean isRequired(Role role) {
        return switch (rule) {
            case OPTIONAL -> false;
            case STAFF -> role.isStaff();
            case EVERYBODY -> true;
        };
    }

    /** Whether somebody has one. */
    public boolean has(long person) {
        return database.read(in -> FactorStore.isSet(in, person));
    }

    /** How many recovery codes somebody has left. */
    public int recoveryCodesLeft(long person) {
        return database.read(in -> FactorStore.recoveryCodesLeft(in, person));
    }

    /** The secret that waits for its first code; another one where there is none or one is in use. */
    public Setup setup(Person person) {
        Optional<Factor> waiting =
                database.read(in -> FactorStore.of(in, person.id())).filter(factor -> !factor.confirmed());
        return waiting.map(factor -> setup(person, factor.secret())).orElseGet(() -> begin(person));
    }

    private Setup begin(Person person) {
        String secret = OneTimeCodes.base32(random(SECRET_BYTES));
        database.change(in -> {
            if (FactorStore.isSet(in, person.id())) {
                throw new IllegalStateException("there is one already");
            }
            FactorStore.begin(in, person.id(), secret, clock.instant());
        });
        return setup(person, secret);
    }

    private static Setup setup(Person person, String secret) {
        String address = "otpauth://totp/Lingqu:"
                + URLEncoder.encode(person.login(), StandardCharsets.UTF_8).replace("+", "%20") + "?secret=" + secret
                + "&issuer=Lingqu";
        return new Setup(secret, address);
    }

    /**
     * The first code: from now on signing in asks for one.
     *
     * @return recovery codes, told this once; empty when the code was wrong
     */
    public List<String> confirm(Person person, String code) {
        List<String> codes =
                Stream.generate(() -> recoveryCode()).limit(RECOVERY_CODES).toList();
        boolean right = database.write(in -> {
            Optional<Factor> factor = FactorStore.of(in, person.id()).filter(each -> !each.confirmed());
            if (factor.isEmpty() || !take(in, person.id(), factor.get(), code)) {
                return false;
            }
            FactorStore.recoveryCodes(in, person.id(), hashes(codes));
            accounts.publish(person.actor(), "account.second-factor", person, null, "已启用");
            return true;
        });
        return right ? codes : List.of();
    }

    /** Other recovery codes instead of those there were; told this once. */
    public List<String> newRecoveryCodes(Person person) {
        List<String> codes =
                Stream.generate(() -> recoveryCode()).limit(RECOVERY_CODES).toList();
        database.change(in -> {
            FactorStore.recoveryCodes(in, person.id(), hashes(codes));
            accounts.publish(person.actor(), "account.recovery-codes", person, null, null);
        });
        return codes;
    }

    /** Goes on signing in with a code, after {@link SignIn.NeedsCode}; a wrong one counts as a wrong password does. */
    public SignIn signIn(long person, String typed) {
        String code = typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        return accounts.secondTry(person, in -> {
            Optional<Factor> factor = FactorStore.of(in, person).filter(Factor::confirmed);
            return factor.isPresent()
                    && (take(in, person, factor.get(), code)
                            || FactorStore.useRecoveryCode(in, person, Sha256.hex(bytes(code)), clock.instant()));
        });
    }

    private boolean take(DSLContext in, long person, Factor factor, String code) {
        OptionalLong step = OneTimeCodes.stepOf(
                OneTimeCodes.bytes(factor.secret()), code.strip(), clock.instant(), factor.lastStep());
        return step.isPresent() && FactorStore.take(in, person, step.getAsLong());
    }

    /** Takes it away: the telephone is lost, or she no longer wants it. */
    public void remove(Actor by, Person person) {
        database.change(in -> {
            if (FactorStore.remove(in, person.id())) {
                accounts.publish(by, "account.second-factor", person, "已启用", "已撤销");
            }
        });
    }

    private static List<String> hashes(List<String> codes) {
        return codes.stream()
                .map(code -> Sha256.hex(bytes(code.replace("-", ""))))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String recoveryCode() {
        String text = OneTimeCodes.base32(random(RECOVERY_BYTES)).toLowerCase(Locale.ROOT);
        return text.substring(0, 8) + "-" + text.substring(8);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
