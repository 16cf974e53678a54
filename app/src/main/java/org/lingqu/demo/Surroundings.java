package org.lingqu.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.lingqu.registry.CreditCode;

/** Parks, clusters, institutions with their platforms, teams and talents, and alliances with their members. */
record Surroundings(List<MadeParty> parties, List<MadeRelation> relations) {

    private static final List<String> FIELDS =
            List.of("新一代信息技术", "智能制造", "先进材料", "中药民族药", "特色果蔬", "生态环保", "新能源汽车", "糖业综合利用");
    private static final List<String> GRADES = List.of("A", "B", "C", "D", "E");
    private static final int FIRMS_AN_ALLIANCE = 2_500;

    static Surroundings of(long seed, int firms, List<MadeCity.Park> parks) {
        var maker = new Maker(seed, firms);
        maker.parks(parks);
        maker.clusters();
        maker.institutions();
        maker.alliances();
        return new Surroundings(List.copyOf(maker.parties), List.copyOf(maker.relations));
    }

    static String clusterId(String name) {
        return "CLUSTER-%02d".formatted(MadeCity.CLUSTERS.indexOf(name) + 1);
    }

    private static final class Maker {

        private final long seed;
        private final int firms;
        private final Dice dice;
        private final List<MadeParty> parties = new ArrayList<>();
        private final List<MadeRelation> relations = new ArrayList<>();
        private final List<String> institutions = new ArrayList<>();
        private int platforms;
        private int teams;
        private int talents;

        Maker(long seed, int firms) {
            this.seed = seed;
            this.firms = firms;
            this.dice = Dice.of(seed, "surroundings", 0);
        }

        void parks(List<MadeCity.Park> parks) {
            for (MadeCity.Park park : parks) {
                party(park.id(), MadeParty.Kind.PARK, park.name(), park.district(), "", 2005, 2022);
            }
        }

        void clusters() {
            for (String name : MadeCity.CLUSTERS) {
                party(clusterId(name), MadeParty.Kind.CLUSTER, MadeCity.NAME + name + "产业集群", any(), "", 2015, 2023);
            }
        }

        void institutions() {
            for (String name : List.of("灵渠大学", "灵渠工业学院", "灵渠职业技术学院")) {
                institution(MadeParty.Kind.UNIVERSITY, name, 6);
            }
            for (String name : List.of("灵渠市农业科学研究所", "灵渠市装备技术研究院", "灵渠中药民族药研究所", "灵渠市计量检测研究院", "灵渠先进材料研究院")) {
                institution(MadeParty.Kind.INSTITUTE, name, 2);
            }
        }

        /** 12: public institution; numbers of their own, so that none is a firm's. */
        private void institution(MadeParty.Kind kind, String name, int teamCount) {
            MadeCity.District district = any();
            String code = CreditCode.complete("12" + district.code() + "LQ%06d".formatted(institutions.size() + 1));
            institutions.add(code);
            party(code, kind, name, district, "", 1956, 2019);
            for (int i = 0; i < Math.max(1, teamCount / 2); i++) {
                platform(name, code, district);
            }
            for (int i = 0; i < teamCount; i++) {
                team(code, district);
            }
        }

        private void platform(String host, String code, MadeCity.District district) {
            String level = List.of("国家级", "省部级", "市级").get(dice.weighted(4, 46, 50));
            String scope = level.equals("市级") ? MadeCity.NAME : level.equals("国家级") ? "国家" : "广西";
            String kind = List.of("重点实验室", "工程研究中心", "协同创新中心").get(platforms % 3);
            String id = "PLAT-%04d".formatted(++platforms);
            LocalDate since = party(
                    id,
                    MadeParty.Kind.PLATFORM,
                    scope + dice.oneOf(FIELDS) + kind + "（" + host + "）",
                    district,
                    level,
                    2010,
                    2025);
            relate(id, MadeRelation.Kind.HOSTED_BY, code, "依托单位", since);
        }

        private void team(String code, MadeCity.District district) {
            String field = dice.oneOf(FIELDS);
            String id = "TEAM-%04d".formatted(++teams);
            LocalDate since = party(id, MadeParty.Kind.TEAM, field + "团队" + teams, district, field, 2014, 2024);
            relate(id, MadeRelation.Kind.HOSTED_BY, code, "", since);
            int members = dice.between(3, 9);
            for (int i = 0; i < members; i++) {
                String person = "TALENT-%07d".formatted(++talents);
                String name = "人才%04d".formatted(talents);
                String grade = GRADES.get(dice.weighted(2, 6, 18, 34, 40));
                LocalDate day = party(person, MadeParty.Kind.TALENT, name, district, grade, 2016, 2025);
                relate(person, MadeRelation.Kind.WORKS_FOR, code, "", day);
                relate(
                        person,
                        MadeRelation.Kind.MEMBER_OF,
                        id,
                        i == 0 ? "带头人" : "成员",
                        day.isAfter(since) ? day : since);
            }
        }

        void alliances() {
            int count = Math.clamp(firms / FIRMS_AN_ALLIANCE, 3, 24);
            for (int i = 0; i < count; i++) {
                String id = "ALLIANCE-%02d".formatted(i + 1);
                String field =
                        i < FIELDS.size() ? FIELDS.get(i) : FIELDS.get(i % FIELDS.size()) + (i / FIELDS.size() + 1);
                LocalDate since =
                        party(id, MadeParty.Kind.ALLIANCE, MadeCity.NAME + field + "创新联盟", any(), "", 2017, 2024);
                relate(institutions.get(i % institutions.size()), MadeRelation.Kind.MEMBER_OF, id, "副理事长单位", since);
                members(id, since);
            }
        }

        /** Firms with research, looked for from a random place on. */
        private void members(String alliance, LocalDate since) {
            int wanted = Math.min(dice.between(8, 24), firms / 20);
            int index = dice.between(0, firms - 1);
            for (int seen = 0, found = 0; found < wanted && seen < firms; seen++, index = (index + 1) % firms) {
                Profile profile = Profile.of(seed, index);
                if (profile.standing() == Standing.HOLDER && profile.founded().isBefore(since)) {
                    String code = FirmNames.code(seed, index, profile.district().code());
                    LocalDate joined = since.plusMonths(dice.between(0, 18));
                    String role = found == 0 ? "理事长单位" : "成员单位";
                    LocalDate left = found > 0 && dice.chance(0.08) ? joined.plusYears(1) : null;
                    relations.add(new MadeRelation(code, MadeRelation.Kind.MEMBER_OF, alliance, role, joined, left));
                    found++;
                }
            }
        }

        private MadeCity.District any() {
            return dice.oneOf(MadeCity.DISTRICTS);
        }

        private LocalDate party(
                String id,
                MadeParty.Kind kind,
                String name,
                MadeCity.District district,
                String level,
                int firstYear,
                int lastYear) {
            LocalDate since = LocalDate.of(dice.between(firstYear, lastYear), dice.between(1, 12), dice.between(1, 28));
            parties.add(new MadeParty(id, kind, name, district.code(), level, since));
            return since;
        }

        private void relate(String from, MadeRelation.Kind kind, String to, String role, LocalDate since) {
            relations.add(new MadeRelation(from, kind, to, role, since, null));
        }
    }
}
