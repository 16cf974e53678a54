package org.lingqu.policy.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lingqu.policy.inquiry.Inquiry;
import org.lingqu.registry.Enterprise;

/**
 * An inquiry with the enterprise of which it was asked.
 *
 * @param policy title of the policy for the sake of which it was asked; empty where there is none
 */
public record InquiryRow(Inquiry inquiry, Enterprise enterprise, String policy) {

    /**
     * A text to send to the enterprise, to be read over before.
     *
     * @param greeting of whom it is for; empty where nobody is greeted
     */
    public String message(String greeting) {
        return message(enterprise, List.of(inquiry), greeting);
    }

    /**
     * The same for all that waits.
     *
     * @param waiting at least one
     */
    public static String message(Enterprise enterprise, Collection<Inquiry> waiting, String greeting) {
        LocalDate due = waiting.stream()
                .map(Inquiry::due)
                .filter(day -> day != null)
                .min(LocalDate::compareTo)
                .orElse(null);
        return enterprise.name() + (greeting.isEmpty() ? "：" : "：" + greeting + "，") + "请" + until(due) + "补充下列数据："
                + waiting.stream().map(Inquiry::what).distinct().collect(Collectors.joining("、"))
                + "。登录平台后在“补充数据”里填写即可，填一次，所有政策都用得上；不清楚的请告诉我们。"
                + waiting.stream()
                        .map(Inquiry::note)
                        .filter(note -> !note.isEmpty())
                        .distinct()
                        .collect(Collectors.joining());
    }

    private static String until(@Nullable LocalDate due) {
        return due == null ? "" : "在" + due.getYear() + "年" + due.getMonthValue() + "月" + due.getDayOfMonth() + "日前";
    }
}
