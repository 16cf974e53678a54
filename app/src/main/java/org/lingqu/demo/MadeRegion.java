package org.lingqu.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lingqu.engine.policy.fact.TitleHeld;

/**
 * The firms of a city that does not exist, and what there is around them. The same seed and size give the same region on every
 * machine; each firm is made by itself when it is asked for, so that a million of them need no memory.
 */
public final class MadeRegion {

    /** The first of the five years with figures. */
    public static final int FIRST_YEAR = 2021;

    public static final int LAST_YEAR = 2025;

    /** The day on which the region is looked at; its records are as of then. */
    public static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    private static final int MOST = 1_000_000;
    private static final double SAME_FIRM_AGAIN = 0.004;
    private static final double WRONG_CODE = 0.004;

    private final long seed;
    private final int size;
    private final boolean mistakes;
    private final List<MadeCity.Park> parks;
    private final Surroundings surroundings;

    private MadeRegion(long seed, int size, boolean mistakes) {
        this.seed = seed;
        this.size = size;
        this.mistakes = mistakes;
        this.parks = MadeCity.parks(size);
        this.surroundings = Surroundings.of(seed, size, parks);
    }

    /**
     * A region with gaps and mistakes as real records have them.
     *
     * @param size how many records of firms, 1 to 1,000,000; one in 250 is a firm that is there already, under an older name
     * @throws IllegalArgumentException if the size is beyond that
     */
    public static MadeRegion of(long seed, int size) {
        if (size < 1 || size > MOST) {
            throw new IllegalArgumentException("a region has 1 to " + MOST + " firms, got " + size);
        }
        return new MadeRegion(seed, size, true);
    }

    /** The same region as its records would be if nobody ever erred; gaps stay. */
    public MadeRegion withoutMistakes() {
        return new MadeRegion(seed, size, false);
    }

    public int size() {
        return size;
    }

    /** All records of firms, one after the other. */
    public Stream<MadeFirm> firms() {
        return IntStream.range(0, size).mapToObj(this::firm);
    }

    /**
     * One record.
     *
     * @param index from 0, below the size
     */
    public MadeFirm firm(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        Dice dice = Dice.of(seed, "slips", index);
        if (mistakes && index > 0 && dice.chance(SAME_FIRM_AGAIN)) {
            MadeFirm twin = made(index - dice.between(1, Math.min(index, 400)), false, dice);
            return OlderRecord.of(twin, index);
        }
        return made(index, mistakes, dice);
    }

    /** Parks, clusters, institutions, alliances, and the platforms, teams and talents of institutions. */
    public List<MadeParty> parties() {
        return surroundings.parties();
    }

    /** Rights that institutions hold; those of a firm are asked of {@link MadeRights}. */
    public List<MadeRight> rights() {
        List<MadeParty> institutions = parties().stream()
                .filter(party -> party.kind() == MadeParty.Kind.UNIVERSITY || party.kind() == MadeParty.Kind.INSTITUTE)
                .toList();
        return IntStream.range(0, institutions.size())
                .boxed()
                .flatMap(number -> MadeRights.of(institutions.get(number), number).stream())
                .toList();
    }

    /** How these stand to each other and to firms; what a firm itself has is with the firm. */
    public List<MadeRelation> relations() {
        return surroundings.relations();
    }

    /** Throws for something that is made of the region. */
    Dice dice(String what) {
        return Dice.of(seed, what, 0);
    }

    private MadeFirm made(int index, boolean slips, Dice dice) {
        Profile profile = Profile.of(seed, index);
        Optional<MadeCity.Park> located = park(profile, Dice.of(seed, "park", index));
        Optional<String> park = located.map(MadeCity.Park::id);
        var truth = new Truth();
        located.ifPresent(each -> truth.code("园区", each.name()));
        Dice figures = Dice.of(seed, "figures", index);
        Course course = Course.of(profile, figures);
        Conduct.write(profile, course, figures, truth);
        People.write(profile, course, figures, truth);
        Research research = Research.of(profile, course, figures, truth);
        Accounts accounts = Accounts.of(profile, course, research, figures, truth);
        Property property = Property.of(profile, course, figures, truth);
        Market.write(profile, course, accounts, property, figures, truth);
        List<TitleHeld> titles = Titles.of(profile, course, accounts, research, property, figures, truth);
        Experts experts = Experts.of(profile, course, accounts, property, figures);
        List<MadeValue> values = Reports.of(profile, Conduct.isAboveScale(profile.industry(), course), truth, figures);
        var made = new ArrayList<MadeMistake>();
        String right = FirmNames.code(seed, index, profile.district().code());
        String code = right;
        if (slips) {
            Slips.make(values, made, dice);
            if (dice.chance(WRONG_CODE)) {
                code = FirmNames.withWrongCheck(right);
                made.add(new MadeMistake(MadeMistake.Kind.WRONG_CHECK_SIGN, "", -1, right));
            }
        }
        FirmParties around = FirmParties.of(profile, right, park, truth, figures);
        boolean published = figures.chance(0.985);
        return new MadeFirm(
                index,
                code,
                FirmNames.name(seed, profile),
                profile.founded(),
                profile.district().code(),
                park,
                profile.industry().hasCluster() ? profile.industry().cluster() : "",
                around.chainLink(),
                profile.growth(),
                profile.standing(),
                List.copyOf(values),
                titles,
                published ? Set.copyOf(Titles.PUBLISHED) : Set.of(),
                experts.answers(),
                experts.points(),
                List.copyOf(made),
                around.parties(),
                around.relations());
    }

    /** Firms with research and of manufacturing are in parks more often; in one of their own district, for their cluster or for all. */
    private Optional<MadeCity.Park> park(Profile profile, Dice dice) {
        double likely = profile.doesResearch() ? 0.55 : profile.industry().isManufacturing() ? 0.3 : 0.06;
        if (!dice.chance(likely)) {
            return Optional.empty();
        }
        String cluster = profile.industry().cluster();
        List<MadeCity.Park> fitting = parks.stream()
                .filter(park -> park.district().equals(profile.district()))
                .filter(park -> park.cluster().equals("-") || park.cluster().equals(cluster))
                .toList();
        return fitting.isEmpty() ? Optional.empty() : Optional.of(dice.oneOf(fitting));
    }
}
