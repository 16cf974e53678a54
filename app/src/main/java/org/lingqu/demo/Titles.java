package org.lingqu.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.lingqu.engine.policy.fact.TitleHeld;

/** Titles that fit the figures, mostly: some are about to expire, some expired, some stay with firms that no longer fit. */
final class Titles {

    /** Titles of which it is publicly known who holds them, and so who does not. */
    static final List<String> PUBLISHED = List.of(
            "高新技术企业",
            "科技型中小企业",
            "创新型中小企业",
            "专精特新中小企业",
            "专精特新小巨人企业",
            "制造业单项冠军",
            "广西瞪羚培育库入库企业",
            "广西瞪羚企业",
            "技术先进型服务企业",
            "国家级技术创新示范企业",
            "国家知识产权优势企业",
            "国家知识产权示范企业");

    private final Profile profile;
    private final Course course;
    private final Accounts accounts;
    private final Research research;
    private final Property property;
    private final Dice dice;
    private final List<TitleHeld> held = new ArrayList<>();

    private Titles(Profile profile, Course course, Accounts accounts, Research research, Property property, Dice dice) {
        this.profile = profile;
        this.course = course;
        this.accounts = accounts;
        this.research = research;
        this.property = property;
        this.dice = dice;
    }

    static List<TitleHeld> of(
            Profile profile,
            Course course,
            Accounts accounts,
            Research research,
            Property property,
            Dice dice,
            Truth truth) {
        if (!profile.doesResearch()) {
            return List.of();
        }
        var titles = new Titles(profile, course, accounts, research, property, dice);
        titles.highTech();
        titles.techSme();
        titles.ladder();
        titles.growth();
        titles.rare();
        truth.number(
                "成长称号数",
                titles.held.stream()
                        .filter(title -> title.validOn(MadeRegion.AS_OF))
                        .map(TitleHeld::title)
                        .filter(title -> title.contains("瞪羚企业") || title.contains("专精特新"))
                        .distinct()
                        .count());
        return List.copyOf(titles.held);
    }

    private void highTech() {
        int since = profile.highTechSince();
        if (since == 0) {
            return;
        }
        if (profile.isRenewal()) {
            span("高新技术企业", LocalDate.of(since - 3, 11, dice.between(1, 28)), 3);
        }
        span("高新技术企业", LocalDate.of(since, dice.between(10, 12), dice.between(1, 28)), 3);
    }

    /** Registered anew every year between April and October; who fits does not always bother. */
    private void techSme() {
        boolean small = course.staff().last() <= 500
                && course.revenue().last() <= 200_000_000L
                && accounts.assets().last() <= 200_000_000L;
        boolean fits = small && profile.standing() != Standing.LIGHT && researchShare(MadeRegion.LAST_YEAR) >= 0.045;
        if (!fits || !dice.chance(0.72)) {
            return;
        }
        int first = Math.max(profile.founded().getYear() + 1, 2023);
        for (int year = first; year <= 2026; year++) {
            boolean again = dice.chance(year == 2026 ? 0.3 : 0.88);
            if (again) {
                int month = year == 2026 ? dice.between(4, 6) : dice.between(4, 10);
                span("科技型中小企业", LocalDate.of(year, month, dice.between(1, 28)), 1);
            }
        }
    }

    private void ladder() {
        boolean innovative = profile.standing() == Standing.HOLDER || property.classOne() > 0;
        if (profile.standing() == Standing.LIGHT || !innovative || !dice.chance(0.6)) {
            return;
        }
        int since = recent(2);
        span("创新型中小企业", LocalDate.of(since, dice.between(6, 12), dice.between(1, 28)), 3);
        boolean specialised =
                fitsSpecialised() ? dice.chance(0.85) : profile.standing() == Standing.HOLDER && dice.chance(0.05);
        if (!specialised) {
            return;
        }
        span("专精特新中小企业", LocalDate.of(recent(3), dice.between(1, 12), dice.between(1, 28)), 3);
        if (fitsGiant() && dice.chance(0.5)) {
            span("专精特新小巨人企业", LocalDate.of(recent(3), 7, 1), 3);
            if (dice.chance(0.08)) {
                span("制造业单项冠军", LocalDate.of(2024, 11, 1), 3);
            }
        }
    }

    private boolean fitsSpecialised() {
        return course.revenue().last() >= 15_000_000
                && accounts.mainRevenue().last() >= course.revenue().last() * 0.8
                && accounts.debts().last() <= accounts.assets().last() * 0.8
                && fitsResearch(MadeRegion.LAST_YEAR)
                && fitsResearch(MadeRegion.LAST_YEAR - 1)
                && property.earning() >= 1
                && profile.founded().getYear() <= 2022;
    }

    private boolean fitsGiant() {
        return fitsSpecialised()
                && course.revenue().last() >= 50_000_000
                && research.costs().last() + research.costs().before() >= 12_000_000
                && property.earning() >= 3;
    }

    private boolean fitsResearch(int year) {
        return research.costs().in(year) >= 1_000_000 && researchShare(year) >= 0.03;
    }

    private double researchShare(int year) {
        long revenue = course.revenue().in(year);
        return revenue == 0 ? 0 : research.costs().in(year) / (double) revenue;
    }

    private void growth() {
        if (profile.growth() != Growth.GAZELLE || !dice.chance(0.5)) {
            return;
        }
        LocalDate library = LocalDate.of(dice.between(2023, 2025), 9, dice.between(1, 28));
        span("广西瞪羚培育库入库企业", library, 3);
        if (dice.chance(0.45)) {
            span("广西瞪羚企业", library.plusMonths(4), 3);
        }
    }

    private void rare() {
        if (profile.industry().isSoftware() && profile.standing() == Standing.HOLDER && dice.chance(0.04)) {
            span("技术先进型服务企业", LocalDate.of(2024, 10, 15), 3);
        }
        if (profile.standing() == Standing.HOLDER && property.classOne() >= 5) {
            if (dice.chance(0.06)) {
                span(dice.chance(0.3) ? "国家知识产权示范企业" : "国家知识产权优势企业", LocalDate.of(2024, 11, 20), 3);
            }
            if (dice.chance(0.02)) {
                span("国家级技术创新示范企业", LocalDate.of(2023, 12, 5), 3);
            }
        }
    }

    /** A year of the last so many and a half, not before the firm is two. */
    private int recent(int years) {
        return Math.max(profile.founded().getYear() + 2, 2025 - dice.between(0, years));
    }

    private void span(String title, LocalDate from, int years) {
        LocalDate start = from.isAfter(MadeRegion.AS_OF) ? MadeRegion.AS_OF.minusDays(20) : from;
        held.add(new TitleHeld(title, start, start.plusYears(years).minusDays(1), "认定公告" + start.getYear() + "年"));
    }
}
