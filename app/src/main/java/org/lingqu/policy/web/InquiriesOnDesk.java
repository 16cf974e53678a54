package org.lingqu.policy.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lingqu.policy.inquiry.Inquiries;
import org.lingqu.policy.inquiry.Inquiry;
import org.lingqu.policy.inquiry.InquiryFilter;
import org.lingqu.ui.DeskPart;
import org.lingqu.ui.Ui;
import org.springframework.stereotype.Component;

/** 请企业补充: what is overdue, what waits and what was answered. */
@Component
final class InquiriesOnDesk implements DeskPart {

    private static final List<Inquiry.State> TOLD =
            List.of(Inquiry.State.OVERDUE, Inquiry.State.OPEN, Inquiry.State.ANSWERED);

    private final Inquiries inquiries;

    InquiriesOnDesk(Inquiries inquiries) {
        this.inquiries = inquiries;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Optional<Section> section(Ui ui) {
        InquiryFilter all = new InquiryFilter(null, "", null, null);
        Map<Inquiry.State, Integer> counts = inquiries.counts(all);
        var lines = new ArrayList<Line>();
        for (Inquiry.State state : TOLD) {
            int count = counts.getOrDefault(state, 0);
            if (count > 0) {
                lines.add(new Line(
                        ui.say("desk.inquiries.state", ui.say("inquiry.state", state), ui.count(count)),
                        "/inquiries?" + all.in(state).query(),
                        state == Inquiry.State.OVERDUE ? ui.say("desk.inquiries.remind") : "",
                        state == Inquiry.State.OVERDUE,
                        List.of()));
            }
        }
        return Optional.of(new Section(
                "inquiries",
                ui.say("inquiry.title"),
                counts.getOrDefault(Inquiry.State.OVERDUE, 0),
                lines,
                ui.say("desk.inquiries.none"),
                null));
    }
}
