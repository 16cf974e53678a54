package org.lingqu.policy.inquiry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lingqu.registry.Typed;

/**
 * Which of the inquiries of offices are asked for; null and empty let everything through.
 *
 * @param policy {@code cn/high-tech}
 * @param askedOn the day on which they were asked
 * @param enterprise number of an enterprise
 */
public record InquiryFilter(
        Inquiry.@Nullable State state,
        String policy,
        @Nullable LocalDate askedOn,
        @Nullable Long enterprise) {

    /** From the parameters of an address; what is no value lets everything through. Without a state it is what waits. */
    public static InquiryFilter of(Map<String, String> query) {
        String state = query.getOrDefault("state", Inquiry.State.OPEN.name());
        String enterprise = query.getOrDefault("enterprise", "");
        return new InquiryFilter(
                Arrays.stream(Inquiry.State.values())
                        .filter(each -> each.name().equals(state))
                        .findFirst()
                        .orElse(null),
                query.getOrDefault("policy", "").strip(),
                Typed.day(query.getOrDefault("asked", "")).orElse(null),
                enterprise.matches("\\d{1,18}") ? Long.valueOf(enterprise) : null);
    }

    /** The same with another state. */
    public InquiryFilter in(Inquiry.@Nullable State other) {
        return new InquiryFilter(other, policy, askedOn, enterprise);
    }

    /** Whether it means a part only: those of a policy, of a day or of an enterprise. */
    public boolean isNarrow() {
        return !policy.isEmpty() || askedOn != null || enterprise != null;
    }

    /** As parameters of an address. */
    public Map<String, String> parameters() {
        var all = new LinkedHashMap<String, String>();
        all.put("state", state == null ? "ALL" : state.name());
        if (!policy.isEmpty()) {
            all.put("policy", policy);
        }
        if (askedOn != null) {
            all.put("asked", askedOn.toString());
        }
        if (enterprise != null) {
            all.put("enterprise", enterprise.toString());
        }
        return all;
    }

    /** As the query of an address. */
    public String query() {
        return parameters().entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
