package org.lingqu.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Actor;
import org.lingqu.demo.MadeFirm;
import org.lingqu.demo.MadeParty;
import org.lingqu.demo.MadeRegion;
import org.lingqu.demo.MadeRelation;
import org.lingqu.demo.MadeRight;
import org.lingqu.demo.MadeRights;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.registry.FactYear;
import org.lingqu.registry.Parties;
import org.lingqu.registry.PartyKind;
import org.lingqu.registry.RelationEnd;
import org.lingqu.registry.RelationRole;
import org.lingqu.registry.Relations;
import org.lingqu.registry.Said;

/** Takes in what is around the enterprises of the demonstration region: institutions, platforms, teams, talents, parks and more. */
public final class DemoParties {

    /** How long a talent is recognised. */
    private static final int TALENT_YEARS = 5;

    private final Parties parties;
    private final Relations relations;
    private final Map<String, Parties.Fresh> fresh = new LinkedHashMap<>();
    private final Map<String, LocalDate> since = new HashMap<>();
    private final Set<MadeRelation> made = new LinkedHashSet<>();
    private final List<MadeRight> rights = new ArrayList<>();

    /** @param parties that take them */
    public DemoParties(Parties parties, Relations relations) {
        this.parties = parties;
        this.relations = relations;
    }

    /** Notes what a firm has of its own. */
    public void see(MadeFirm firm) {
        for (MadeParty party : firm.parties()) {
            String name = party.kind() == MadeParty.Kind.TALENT ? party.name() : party.name() + "（" + firm.name() + "）";
            note(party, name);
        }
        made.addAll(firm.relations());
        MadeRights.of(firm).forEach(this::note);
    }

    private void note(MadeParty party, String name) {
        fresh.putIfAbsent(party.id(), fresh(party, name));
        since.putIfAbsent(party.id(), party.since());
    }

    private void note(MadeRight right) {
        if (fresh.putIfAbsent(right.number(), fresh(right)) == null) {
            rights.add(right);
        }
    }

    /** @return how many parties there are */
    public int fill(MadeRegion region) {
        region.parties().forEach(party -> note(party, party.name()));
        made.addAll(region.relations());
        region.rights().forEach(this::note);
        List<Long> numbers = parties.begin(Actor.SYSTEM, List.copyOf(fresh.values()));
        var ends = new HashMap<String, RelationEnd>();
        int next = 0;
        for (String id : fresh.keySet()) {
            ends.put(id, new RelationEnd.OfParty(numbers.get(next++)));
        }
        var codes = new LinkedHashSet<String>();
        made.forEach(relation -> codes.addAll(List.of(relation.from(), relation.to())));
        rights.forEach(right -> codes.add(right.holder()));
        codes.removeAll(fresh.keySet());
        relations.enterprises(codes).forEach(ends::put);
        var links = new ArrayList<Relations.Link>();
        for (MadeRelation relation : made) {
            RelationEnd from = ends.get(relation.from());
            RelationEnd to = ends.get(relation.to());
            if (from != null && to != null) { // a firm whose code is wrong has none
                links.add(link(relation, from, to, since.getOrDefault(relation.to(), relation.since())));
            }
        }
        for (MadeRight right : rights) {
            RelationEnd to = ends.get(right.holder());
            if (to != null) {
                links.add(new Relations.Link(
                        RelationRole.HELD_BY,
                        Objects.requireNonNull(ends.get(right.number())),
                        to,
                        "",
                        right.since(),
                        null,
                        Supplier.INTELLECTUAL_PROPERTY,
                        MadeRegion.AS_OF));
            }
        }
        relations.begin(Actor.SYSTEM, links);
        return fresh.size();
    }

    /** @param since when the second came to be; nothing stands to it before */
    private static Relations.Link link(MadeRelation relation, RelationEnd from, RelationEnd to, LocalDate since) {
        boolean leads = relation.role().equals("带头人");
        RelationRole role = switch (relation.kind()) {
            case LOCATED_IN -> RelationRole.LOCATED_IN;
            case ON_CHAIN_LINK -> RelationRole.ON_CHAIN_LINK;
            case HOSTED_BY -> RelationRole.HOSTED_BY;
            case MEMBER_OF -> leads ? RelationRole.LEADS : RelationRole.MEMBER_OF;
            case WORKS_FOR -> RelationRole.WORKS_FOR;
        };
        boolean titled = role == RelationRole.MEMBER_OF || role == RelationRole.ON_CHAIN_LINK;
        return new Relations.Link(
                role,
                from,
                to,
                titled ? relation.role() : "",
                relation.since().isBefore(since) ? since : relation.since(),
                relation.until() == null || relation.until().isBefore(since) ? null : relation.until(),
                Supplier.SCIENCE,
                MadeRegion.AS_OF);
    }

    private static Parties.Fresh fresh(MadeParty party, String name) {
        PartyKind kind = kind(party.kind());
        var values = new TreeMap<FactYear, FactValue>();
        values.put(FactYear.of("所在地"), new FactValue.Code(party.district()));
        boolean coded = kind == PartyKind.INSTITUTION;
        switch (kind) {
            case INSTITUTION -> {
                code(values, "机构类型", party.kind() == MadeParty.Kind.UNIVERSITY ? "高等学校" : "科研院所");
                day(values, "成立日期", party.since());
            }
            case PLATFORM -> {
                code(values, "平台级别", party.level().equals("省部级") ? "自治区级" : party.level());
                code(values, "平台类型", type(party.name(), PLATFORMS, null));
                day(values, "认定日期", party.since());
            }
            case TEAM -> {
                code(values, "团队级别", "单位级");
                values.put(FactYear.of("研究方向"), new FactValue.Words(party.level()));
                day(values, "组建日期", party.since());
            }
            case TALENT -> {
                code(values, "人才类别", party.level() + "类");
                day(values, "认定日期", party.since());
                day(values, "有效期至", party.since().plusYears(TALENT_YEARS).minusDays(1));
            }
            case PARK -> {
                code(values, "园区级别", party.name().contains("产业园") ? "自治区级" : "市级");
                code(values, "园区类型", type(party.name(), PARKS, "特色产业园"));
                day(values, "设立日期", party.since());
            }
            case CLUSTER -> {
                code(values, "集群级别", party.since().getYear() < 2019 ? "自治区级" : "市级");
                day(values, "认定日期", party.since());
            }
            case RIGHT -> throw new IllegalArgumentException("a right is no made party: " + party);
            case ALLIANCE -> {
                code(values, "联盟级别", "市级");
                day(values, "成立日期", party.since());
            }
        }
        return new Parties.Fresh(
                kind,
                Supplier.SCIENCE,
                MadeRegion.AS_OF,
                Said.of(name, coded ? party.id() : null, values, Map.of(), Map.of(), Map.of()));
    }

    private static Parties.Fresh fresh(MadeRight right) {
        var values = new TreeMap<FactYear, FactValue>();
        code(values, "权利类别", right.right());
        code(values, "法律状态", right.state());
        code(values, "取得方式", right.obtained());
        code(values, "技术领域", right.field());
        day(values, "申请日期", right.filed());
        if (right.granted() != null) {
            day(values, "授权日期", right.granted());
        }
        if (right.ends() != null) {
            day(values, "有效期至", right.ends());
        }
        return new Parties.Fresh(
                PartyKind.RIGHT,
                Supplier.INTELLECTUAL_PROPERTY,
                MadeRegion.AS_OF,
                Said.of(right.name(), right.number(), values, Map.of(), Map.of(), Map.of()));
    }

    private static final List<String> PLATFORMS = List.of("重点实验室", "工程技术研究中心", "工程研究中心", "企业技术中心", "协同创新中心");
    private static final List<String> PARKS = List.of("科技企业孵化器", "众创空间", "农业科技园");

    private static @Nullable String type(String name, List<String> types, @Nullable String otherwise) {
        return types.stream()
                .filter(name::contains)
                .findFirst()
                .map(type -> type.equals("农业科技园") ? "农业科技园区" : type)
                .orElse(otherwise);
    }

    private static void code(Map<FactYear, FactValue> values, String fact, @Nullable String code) {
        if (code != null && !code.isEmpty()) {
            values.put(FactYear.of(fact), new FactValue.Code(code));
        }
    }

    private static void day(Map<FactYear, FactValue> values, String fact, LocalDate day) {
        values.put(FactYear.of(fact), new FactValue.Day(day));
    }

    private static PartyKind kind(MadeParty.Kind kind) {
        return switch (kind) {
            case UNIVERSITY, INSTITUTE -> PartyKind.INSTITUTION;
            case PLATFORM -> PartyKind.PLATFORM;
            case TEAM -> PartyKind.TEAM;
            case TALENT -> PartyKind.TALENT;
            case PARK -> PartyKind.PARK;
            case CLUSTER -> PartyKind.CLUSTER;
            case ALLIANCE -> PartyKind.ALLIANCE;
        };
    }
}
