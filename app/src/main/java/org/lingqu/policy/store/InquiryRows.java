package org.lingqu.policy.store;

import static org.lingqu.policy.store.db.Tables.POLICY_INQUIRY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.lingqu.database.ColumnText;
import org.lingqu.policy.inquiry.Inquiry;
import org.lingqu.policy.inquiry.InquiryFilter;
import org.lingqu.policy.store.db.tables.records.PolicyInquiryRecord;

/** What was asked of enterprises, as rows. Every method works inside the transaction it is given. */
public final class InquiryRows {

    private static final int NAME = 100;
    private static final int WHAT = 200;
    /** When what was not taken back was taken back. */
    private static final Instant STANDS = Instant.EPOCH;

    private InquiryRows() {}

    /** Keeps one, unless the same was asked by the same kind on the same day. */
    public static boolean insert(DSLContext in, Inquiry inquiry) {
        return in.insertInto(POLICY_INQUIRY)
                        .set(POLICY_INQUIRY.ENTERPRISE_ID, inquiry.enterprise())
                        .set(POLICY_INQUIRY.ORIGIN, inquiry.origin().name())
                        .set(POLICY_INQUIRY.FIELD, inquiry.field())
                        .set(POLICY_INQUIRY.WHAT, ColumnText.cut(inquiry.what(), WHAT))
                        .set(POLICY_INQUIRY.POLICY, inquiry.policy())
                        .set(POLICY_INQUIRY.ASKED_ON, inquiry.askedOn())
                        .set(POLICY_INQUIRY.ASKED_AT, inquiry.askedAt())
                        .set(POLICY_INQUIRY.PERSON_ID, inquiry.person())
                        .set(POLICY_INQUIRY.PERSON, ColumnText.cut(inquiry.personName(), NAME))
                        .set(POLICY_INQUIRY.DUE_ON, inquiry.due())
                        .set(POLICY_INQUIRY.NOTE, inquiry.note())
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    /** All of an enterprise, the newest first. */
    public static List<Inquiry> of(DSLContext in, long enterprise) {
        return in.selectFrom(POLICY_INQUIRY)
                .where(POLICY_INQUIRY.ENTERPRISE_ID.eq(enterprise))
                .orderBy(POLICY_INQUIRY.ID.desc())
                .fetch(InquiryRows::inquiry);
    }

    /** Those of some enterprises that were not taken back. */
    public static List<Inquiry> standing(DSLContext in, Collection<Long> enterprises) {
        return in.selectFrom(POLICY_INQUIRY)
                .where(POLICY_INQUIRY.ENTERPRISE_ID.in(enterprises))
                .and(POLICY_INQUIRY.WITHDRAWN_AT.eq(STANDS))
                .orderBy(POLICY_INQUIRY.ID)
                .fetch(InquiryRows::inquiry);
    }

    /** Enterprises of which something was asked and not taken back, ascending. */
    public static List<Long> enterprises(DSLContext in) {
        return in.selectDistinct(POLICY_INQUIRY.ENTERPRISE_ID)
                .from(POLICY_INQUIRY)
                .where(POLICY_INQUIRY.WITHDRAWN_AT.eq(STANDS))
                .orderBy(POLICY_INQUIRY.ENTERPRISE_ID)
                .fetch(POLICY_INQUIRY.ENTERPRISE_ID);
    }

    /** What has already been asked by the page, answered or not: fields. */
    public static Set<String> askedByPage(DSLContext in, long enterprise) {
        return in.selectDistinct(POLICY_INQUIRY.FIELD)
                .from(POLICY_INQUIRY)
                .where(POLICY_INQUIRY.ENTERPRISE_ID.eq(enterprise))
                .and(POLICY_INQUIRY.ORIGIN.eq(Inquiry.Origin.PAGE.name()))
                .and(POLICY_INQUIRY.ANSWERED_AT.isNull())
                .fetchSet(POLICY_INQUIRY.FIELD);
    }

    /** One of an office. */
    public static @Nullable Inquiry byId(DSLContext in, long id) {
        return in.selectFrom(POLICY_INQUIRY)
                .where(POLICY_INQUIRY.ID.eq(id))
                .and(POLICY_INQUIRY.ORIGIN.eq(Inquiry.Origin.OFFICE.name()))
                .fetchOne(InquiryRows::inquiry);
    }

    /** Those of offices that are meant: what is due first comes first, without a day last, then by number. */
    public static List<Inquiry> find(DSLContext in, InquiryFilter filter, LocalDate today, int offset, int limit) {
        return in.selectFrom(POLICY_INQUIRY)
                .where(meant(filter, today))
                .orderBy(POLICY_INQUIRY.DUE_ON.asc().nullsLast(), POLICY_INQUIRY.ID)
                .limit(limit)
                .offset(offset)
                .fetch(InquiryRows::inquiry);
    }

    /** How many of offices are meant. */
    public static int count(DSLContext in, InquiryFilter filter, LocalDate today) {
        return in.fetchCount(POLICY_INQUIRY, meant(filter, today));
    }

    /** How many of the meant ones are in each state, whatever the filter's. */
    public static Map<Inquiry.State, Integer> counts(DSLContext in, InquiryFilter filter, LocalDate today) {
        var counts = new EnumMap<Inquiry.State, Integer>(Inquiry.State.class);
        for (Inquiry.State state : Inquiry.State.values()) {
            counts.put(state, count(in, filter.in(state), today));
        }
        return counts;
    }

    /** Policies for the sake of which offices asked, with how often. */
    public static Map<String, Integer> policies(DSLContext in) {
        return in.select(POLICY_INQUIRY.POLICY, DSL.count())
                .from(POLICY_INQUIRY)
                .where(POLICY_INQUIRY.POLICY.isNotNull())
                .groupBy(POLICY_INQUIRY.POLICY)
                .orderBy(POLICY_INQUIRY.POLICY)
                .fetchMap(row -> Objects.requireNonNull(row.value1()), row -> row.value2());
    }

    /** Enterprises of which an office asked something for the sake of a policy and that have not answered. */
    public static Set<Long> waitingFor(DSLContext in, String policy) {
        return in.selectDistinct(POLICY_INQUIRY.ENTERPRISE_ID)
                .from(POLICY_INQUIRY)
                .where(POLICY_INQUIRY.POLICY.eq(policy))
                .and(waits())
                .fetchSet(POLICY_INQUIRY.ENTERPRISE_ID);
    }

    /** When one was answered; null when it is not, or no longer. */
    public static void settle(DSLContext in, long id, @Nullable Instant answered) {
        in.update(POLICY_INQUIRY)
                .set(POLICY_INQUIRY.ANSWERED_AT, answered)
                .where(POLICY_INQUIRY.ID.eq(id))
                .execute();
    }

    /** Takes back those that are meant and wait for an answer. */
    public static int withdraw(DSLContext in, Collection<Long> ids, String by, Instant now) {
        return in.update(POLICY_INQUIRY)
                .set(POLICY_INQUIRY.WITHDRAWN_AT, now)
                .set(POLICY_INQUIRY.WITHDRAWN_BY, ColumnText.cut(by, NAME))
                .where(POLICY_INQUIRY.ID.in(ids))
                .and(waits())
                .execute();
    }

    private static Condition waits() {
        return POLICY_INQUIRY.WITHDRAWN_AT.eq(STANDS).and(POLICY_INQUIRY.ANSWERED_AT.isNull());
    }

    private static Condition meant(InquiryFilter filter, LocalDate today) {
        Condition meant = POLICY_INQUIRY.ORIGIN.eq(Inquiry.Origin.OFFICE.name());
        if (filter.state() != null) {
            meant = meant.and(in(filter.state(), today));
        }
        if (!filter.policy().isEmpty()) {
            meant = meant.and(POLICY_INQUIRY.POLICY.eq(filter.policy()));
        }
        if (filter.askedOn() != null) {
            meant = meant.and(POLICY_INQUIRY.ASKED_ON.eq(filter.askedOn()));
        }
        return filter.enterprise() == null ? meant : meant.and(POLICY_INQUIRY.ENTERPRISE_ID.eq(filter.enterprise()));
    }

    private static Condition in(Inquiry.State state, LocalDate today) {
        return switch (state) {
            case OPEN -> waits().and(POLICY_INQUIRY.DUE_ON.isNull().or(POLICY_INQUIRY.DUE_ON.ge(today)));
            case OVERDUE -> waits().and(POLICY_INQUIRY.DUE_ON.lt(today));
            case ANSWERED -> POLICY_INQUIRY.WITHDRAWN_AT.eq(STANDS).and(POLICY_INQUIRY.ANSWERED_AT.isNotNull());
            case WITHDRAWN -> POLICY_INQUIRY.WITHDRAWN_AT.ne(STANDS);
        };
    }

    private static Inquiry inquiry(PolicyInquiryRecord row) {
        return new Inquiry(
                Objects.requireNonNull(row.getId()),
                row.getEnterpriseId(),
                Inquiry.Origin.valueOf(row.getOrigin()),
                row.getField(),
                row.getWhat(),
                row.getPolicy(),
                row.getAskedOn(),
                row.getAskedAt(),
                row.getPersonId(),
                row.getPerson(),
                row.getDueOn(),
                row.getNote(),
                row.getAnsweredAt(),
                row.getWithdrawnAt().equals(STANDS) ? null : row.getWithdrawnAt());
    }
}
