package org.lingqu.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lingqu.engine.policy.fact.FactValue;

/** What a firm has of its own: its platform, team and talents, and where it stands. */
record FirmParties(String chainLink, List<MadeParty> parties, List<MadeRelation> relations) {

    private static final List<String> LINKS = List.of("上游", "中游", "下游");
    /** Numbers below belong to talents of institutions. */
    private static final int FIRST_TALENT = 10_000;

    static FirmParties of(Profile profile, String code, Optional<String> park, Truth truth, Dice dice) {
        var parties = new ArrayList<MadeParty>();
        var relations = new ArrayList<MadeRelation>();
        LocalDate since = profile.founded();
        park.ifPresent(id ->
                relations.add(new MadeRelation(code, MadeRelation.Kind.LOCATED_IN, id, "", since.plusMonths(1), null)));
        String link = profile.industry().hasCluster() ? dice.oneOf(LINKS) : "";
        if (!link.isEmpty()) {
            String cluster = Surroundings.clusterId(profile.industry().cluster());
            relations.add(new MadeRelation(code, MadeRelation.Kind.ON_CHAIN_LINK, cluster, link, since, null));
        }
        String level = level(truth);
        if (!level.equals("无")) {
            String id = "PLAT-F%06d".formatted(profile.index());
            String kind = dice.chance(0.6) ? "工程技术研究中心" : "企业技术中心";
            LocalDate approved = LocalDate.of(Math.max(since.getYear() + 1, dice.between(2019, 2025)), 9, 10);
            String first = profile.industry().trades().getFirst();
            String trade = first.equals("工程技术") ? "工程服务" : first; // or the name says it twice
            String scope = level.equals("国家级") ? "国家" : level.equals("省部级") ? "广西" : MadeCity.NAME;
            parties.add(new MadeParty(
                    id,
                    MadeParty.Kind.PLATFORM,
                    scope + trade + kind,
                    profile.district().code(),
                    level,
                    approved));
            relations.add(new MadeRelation(id, MadeRelation.Kind.HOSTED_BY, code, "依托单位", approved, null));
        }
        if (profile.standing() == Standing.HOLDER && dice.chance(0.25)) {
            talents(profile, code, dice, parties, relations);
        }
        return new FirmParties(link, List.copyOf(parties), List.copyOf(relations));
    }

    private static void talents(
            Profile profile, String code, Dice dice, List<MadeParty> parties, List<MadeRelation> relations) {
        String team = "TEAM-F%06d".formatted(profile.index());
        LocalDate formed = LocalDate.of(Math.max(profile.founded().getYear(), dice.between(2018, 2025)), 12, 28);
        String field = profile.industry().trades().getFirst();
        parties.add(new MadeParty(
                team, MadeParty.Kind.TEAM, field + "研发团队", profile.district().code(), field, formed));
        relations.add(new MadeRelation(team, MadeRelation.Kind.HOSTED_BY, code, "", formed, null));
        int count = dice.between(1, 4);
        for (int i = 0; i < count; i++) {
            int number = FIRST_TALENT + profile.index() * 4 + i;
            String grade = List.of("A", "B", "C", "D", "E").get(dice.weighted(1, 3, 10, 30, 56));
            String id = "TALENT-%07d".formatted(number);
            LocalDate recognised = LocalDate.of(dice.between(Math.min(2025, formed.getYear() + 1), 2025), 10, 20);
            parties.add(new MadeParty(
                    id, MadeParty.Kind.TALENT, "人才" + number, profile.district().code(), grade, recognised));
            LocalDate left = dice.chance(0.1) ? recognised.plusMonths(dice.between(2, 7)) : null;
            relations.add(new MadeRelation(id, MadeRelation.Kind.WORKS_FOR, code, "", recognised, left));
            relations.add(
                    new MadeRelation(id, MadeRelation.Kind.MEMBER_OF, team, i == 0 ? "带头人" : "成员", recognised, left));
        }
    }

    private static String level(Truth truth) {
        for (Truth.Item item : truth.items()) {
            if (item.fact().equals("研发机构级别") && item.value() instanceof FactValue.Code(var level)) {
                return level;
            }
        }
        return "无";
    }
}
