package org.lingqu.demo;

import java.util.List;
import java.util.stream.IntStream;

/**
 * 灵渠市 itself: its districts and parks. The region codes are those of 广西壮族自治区 (45) with a number that GB/T 2260 gives to
 * no city, so that policies of Guangxi apply and no real place is meant.
 */
final class MadeCity {

    static final String CODE = "456900";
    static final String NAME = "灵渠市";

    /**
     * @param code six digits; development zones bear 71 to 79, as statistics number them
     * @param firmPrefix what firms put before their names
     */
    record District(String code, String name, String firmPrefix, int share) {}

    /** A park. {@code industries} is the cluster it is meant for, or "-". */
    record Park(String id, String name, District district, String cluster) {}

    static final District HIGH_TECH_ZONE = new District("456971", "高新区", "灵渠高新区", 18);

    static final List<District> DISTRICTS = List.of(
            new District("456902", "渠东区", "灵渠市渠东区", 46),
            HIGH_TECH_ZONE,
            new District("456921", "兴渠县", "兴渠县", 22),
            new District("456922", "临源县", "临源县", 14));

    private static final int[] SHARES =
            DISTRICTS.stream().mapToInt(District::share).toArray();

    static final List<String> CLUSTERS = List.of("电子信息", "装备", "汽车零部件", "新材料", "生物医药", "食品");

    private MadeCity() {}

    static District district(long seed, int index) {
        return DISTRICTS.get(Dice.of(seed, "district", index).weighted(SHARES));
    }

    /** One park for about 1,200 firms, at least six: one a cluster, then mixed ones. */
    static List<Park> parks(int firms) {
        int count = Math.clamp(firms / 1200, CLUSTERS.size(), 60);
        return IntStream.range(0, count).mapToObj(MadeCity::park).toList();
    }

    private static Park park(int number) {
        District district = DISTRICTS.get(number < 3 ? 1 : number % DISTRICTS.size());
        String cluster = number < CLUSTERS.size() ? CLUSTERS.get(number) : "-";
        String kind = number < CLUSTERS.size()
                ? cluster + "产业园"
                : List.of("科技企业孵化器", "中小企业园", "众创空间", "农业科技园", "物流园", "加速器").get(number % 6)
                        + (number < 12 ? "" : "（" + (number / 6) + "期）");
        return new Park("PARK-" + "%03d".formatted(number + 1), district.firmPrefix() + kind, district, cluster);
    }
}
