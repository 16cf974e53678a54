package org.lingqu.policy.inquiry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.EnterpriseInquiries;
import org.lingqu.registry.Enterprises;
import org.springframework.stereotype.Component;

/** What was asked and when, on the page of an enterprise. */
@Component
final class AskedOfEnterprise implements EnterpriseInquiries {

    private final Inquiries inquiries;
    private final Enterprises enterprises;

    AskedOfEnterprise(Inquiries inquiries, Enterprises enterprises) {
        this.inquiries = inquiries;
        this.enterprises = enterprises;
    }

    @Override
    public List<Line> of(Actor actor, Enterprise enterprise) {
        LocalDate today = enterprises.today();
        return inquiries.of(enterprise).stream()
                .map(each -> line(actor, each, today))
                .toList();
    }

    private static Line line(Actor actor, Inquiry each, LocalDate today) {
        String state = each.state(today).name();
        boolean mayWithdraw = actor.is(Role.OFFICER) && each.isOpen() && each.origin() == Inquiry.Origin.OFFICE;
        return new Line(
                each.what(),
                each.askedAt(),
                actor.role().isStaff() ? each.personName() : "",
                "inquiry.origin." + each.origin(),
                each.due(),
                each.note(),
                "inquiry.state." + state,
                "inquiry-" + state.toLowerCase(Locale.ROOT),
                settled(each),
                mayWithdraw ? "/inquiries/" + each.id() + "/withdraw" : null);
    }

    private static @Nullable Instant settled(Inquiry each) {
        return each.withdrawnAt() == null ? each.answeredAt() : each.withdrawnAt();
    }
}
