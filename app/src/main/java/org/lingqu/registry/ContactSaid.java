package org.lingqu.registry;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lingqu.registry.TypedValues.Problem;

/**
 * What is said of a contact.
 *
 * @param name never empty
 * @param post 职务; empty where nobody said it
 * @param phone as {@link PhoneNumber} writes it; never empty
 * @param email empty where nobody said it
 * @param duty 分管领域, what to call for; empty where nobody said it
 */
public record ContactSaid(String name, String post, String phone, String email, String duty) {

    /** Characters of a name, a post, an e-mail address, what one is there for. */
    public static final int LONGEST_NAME = 50;

    public static final int LONGEST_POST = 60;
    public static final int LONGEST_EMAIL = 120;
    public static final int LONGEST_DUTY = 60;

    /** Fields of a form, in their order. */
    public static final List<String> FIELDS = List.of("name", "post", "phone", "email", "duty");

    private static final Pattern EMAIL = Pattern.compile(
            "[A-Za-z0-9_%+-]+(\\.[A-Za-z0-9_%+-]+)*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z]{2,}");

    /** What came of reading a form or the cells of a row. */
    sealed interface Read {
        /** It can be kept. */
        record Sound(ContactSaid said) implements Read {}

        /** @param problems all of them, in the order of the fields; none holds what was typed */
        record Wrong(List<Problem> problems) implements Read {
            public Wrong {
                problems = List.copyOf(problems);
            }
        }
    }

    /** @param typed by {@link #FIELDS}; one that is missing is empty */
    static Read read(Map<String, String> typed) {
        var problems = new ArrayList<Problem>();
        String name = words(typed, "name", LONGEST_NAME, problems);
        if (name.isEmpty()) {
            problems.add(new Problem("name", "NAME_MISSING", null));
        } else if (PersonalNumbers.isIn(name) || name.matches(".*\\d{5}.*")) {
            problems.add(new Problem("name", "NUMBER_IN_WORDS", null));
        }
        String post = plain(typed, "post", LONGEST_POST, problems);
        String phone = phone(typed.getOrDefault("phone", "").strip(), problems);
        String email = Normalizer.normalize(typed.getOrDefault("email", ""), Normalizer.Form.NFKC)
                .strip();
        if (!email.isEmpty()
                && (email.length() > LONGEST_EMAIL || !EMAIL.matcher(email).matches())) {
            problems.add(new Problem("email", "EMAIL_WRONG", null));
        }
        String duty = plain(typed, "duty", LONGEST_DUTY, problems);
        return problems.isEmpty()
                ? new Read.Sound(new ContactSaid(name, post, phone, email, duty))
                : new Read.Wrong(problems);
    }

    private static String phone(String typed, List<Problem> problems) {
        if (typed.isEmpty()) {
            problems.add(new Problem("phone", "PHONE_MISSING", null));
            return "";
        }
        return switch (PhoneNumber.read(typed)) {
            case PhoneNumber.Read.Sound(String number) -> number;
            case PhoneNumber.Read.Wrong(String code, Advice advice) -> {
                problems.add(new Problem("phone", code, advice));
                yield "";
            }
        };
    }

    /** Everybody on the staff sees a post and what somebody is there for, so no number may hide in them. */
    private static String plain(Map<String, String> typed, String field, int longest, List<Problem> problems) {
        String words = words(typed, field, longest, problems);
        if (PersonalNumbers.isIn(words) || words.contains("@") || words.matches(".*\\d{7}.*")) {
            problems.add(new Problem(field, "NUMBER_IN_WORDS", null));
        }
        return words;
    }

    private static String words(Map<String, String> typed, String field, int longest, List<Problem> problems) {
        String words =
                typed.getOrDefault(field, "").replaceAll("\\p{Cntrl}", " ").strip();
        if (words.codePointCount(0, words.length()) > longest) {
            problems.add(new Problem(field, "TOO_LONG", null));
        }
        return words;
    }

    /** What they are called in forms, as typed in the fields. */
    public Map<String, String> fields() {
        return Map.of("name", name, "post", post, "phone", phone, "email", email, "duty", duty);
    }

    /** As it is shown to those who need not call: {@code 张**}, {@code 154****0000}; post and duty as they are. */
    ContactSaid masked() {
        return new ContactSaid(maskedName(), post, PhoneNumber.masked(phone), maskedEmail(), duty);
    }

    private String maskedName() {
        return name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    private String maskedEmail() {
        return email.isEmpty() ? "" : email.charAt(0) + "***" + email.substring(email.indexOf('@'));
    }

    /** Masked and in one line, for the audit record and reports. */
    String told() {
        ContactSaid masked = masked();
        return Stream.of(masked.name, masked.post, masked.phone, masked.email, masked.duty)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Fields that another says otherwise. */
    List<String> changed(ContactSaid other) {
        Map<String, String> mine = fields();
        Map<String, String> others = other.fields();
        return FIELDS.stream()
                .filter(field -> !mine.getOrDefault(field, "").equals(others.get(field)))
                .toList();
    }

    /** What words call somebody in the middle of a letter: {@code 张三（财务总监）}. */
    public String addressed() {
        return post.isEmpty() ? name : name + "（" + post + "）";
    }
}
