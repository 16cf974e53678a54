package org.lingqu.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which passwords are refused: by length and by being guessable, not by the kinds of characters in them (OWASP ASVS 5.0, 6.2). */
final class PasswordRule {

    /** Fewest characters. */
    static final int SHORTEST = 10;

    private static final int LONGEST = 200;

    private static final Set<String> COMMON = Set.of(
            "1234567890",
            "0123456789",
            "9876543210",
            "1111111111",
            "0000000000",
            "8888888888",
            "6666666666",
            "qwertyuiop",
            "1q2w3e4r5t",
            "q1w2e3r4t5",
            "password12",
            "password123",
            "passw0rd123",
            "admin12345",
            "administrator",
            "abcdefghij",
            "abc1234567",
            "a123456789",
            "aa12345678",
            "woaini1314",
            "woaini5201314",
            "iloveyou1314",
            "5201314520",
            "1314520520",
            "qq123456789",
            "123456789a",
            "123456789q",
            "123qweasdzxc",
            "qazwsxedcrfv",
            "1qaz2wsx3edc",
            "zaq12wsxcde3",
            "lingqu12345",
            "kejiju12345");

    private PasswordRule() {}

    static List<AccountProblem> problems(String password, String login, String name) {
        var problems = new ArrayList<AccountProblem>();
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            problems.add(new AccountProblem(AccountProblem.Code.PASSWORD_TOO_SHORT, "password", null));
        } else if (length > LONGEST) {
            problems.add(new AccountProblem(AccountProblem.Code.PASSWORD_TOO_LONG, "password", null));
        } else if (isCommon(password.toLowerCase(Locale.ROOT), login, name)) {
            problems.add(new AccountProblem(AccountProblem.Code.PASSWORD_TOO_COMMON, "password", null));
        }
        return problems;
    }

    private static boolean isCommon(String password, String login, String name) {
        return COMMON.contains(password)
                || password.chars().distinct().count() < 4
                || password.equals(login.repeat(2))
                || (login.length() >= 4 && password.replace(login, "").length() < 4)
                || (password.contains(name.toLowerCase(Locale.ROOT)) && password.length() - name.length() < 4);
    }
}
