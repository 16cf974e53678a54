package org.lingqu.engine.text.statement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Statement.Delta;
import org.lingqu.engine.text.Statement.RegionFrom;
import org.lingqu.engine.text.statement.figure.Figure;
import org.lingqu.engine.text.statement.figure.Unit;
import org.lingqu.engine.text.statement.period.Period;

/** Clauses with 分别: as many figures as subjects, or as times, one statement for each. */
final class Lists {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Clause clause;
    private final Discourse discourse;
    private final List<Draft> out;

    Lists(Clause clause, Discourse discourse, List<Draft> out) {
        this.clause = clause;
        this.discourse = discourse;
        this.out = out;
    }

    /** @return false when the clause is no such list, and nothing was read */
    boolean read() {
        List<Token.Quantity> figures = new ArrayList<>();
        Token.Word each = null;
        for (Token token : clause.tokens()) {
            if (token instanceof Token.Quantity quantity && each != null) {
                figures.add(quantity);
            } else if (token instanceof Token.Word word && word.is(Cue.EACH) && each == null) {
                each = word;
            }
        }
        if (each == null || figures.size() < 2) {
            return false;
        }
        List<Token.Quantity> same = sameUnit(figures);
        List<Draft> targets = targets(each, same);
        if (targets.size() != same.size()) {
            return false;
        }
        Change change = change(each, same.getFirst());
        for (int i = 0; i < same.size(); i++) {
            apply(targets.get(i), same.get(i).figure(), change);
            targets.get(i).extendTo(same.getLast().end());
        }
        discourse.group = List.copyOf(targets);
        return true;
    }

    /** 0.3、0.1和-0.9个百分点: the last unit is everybody's. */
    private static List<Token.Quantity> sameUnit(List<Token.Quantity> figures) {
        var same = new ArrayList<Token.Quantity>();
        Unit unit = figures.getLast().figure().unit();
        for (Token.Quantity quantity : figures) {
            Figure figure = quantity.figure();
            same.add(
                    figure.unit() != null
                            ? quantity
                            : new Token.Quantity(quantity.start(), quantity.end(), figure.with(unit)));
        }
        return same;
    }

    private List<Draft> targets(Token.Word each, List<Token.Quantity> figures) {
        int to = subjectEnd(each);
        String subject = Names.between(clause, clause.start(), to);
        if (subject.isEmpty() || Vocabulary.VAGUE_SUBJECTS.contains(subject)) {
            if (discourse.group.size() == figures.size()) {
                return discourse.group;
            }
            int all = discourse.inSentence.size();
            return all < figures.size()
                    ? List.of()
                    : List.copyOf(discourse.inSentence.subList(all - figures.size(), all));
        }
        List<String> members = members(subject);
        var drafts = new ArrayList<Draft>();
        Unit unit = figures.getFirst().figure().unit();
        boolean direct = change(each, figures.getFirst()).direction() == Direction.VALUE;
        List<Region> regions = regions(each);
        if (regions.size() == figures.size()) {
            for (Region region : regions) {
                Draft draft = Drafts.begin(
                        afterRegions(each),
                        clause,
                        clause.start(),
                        figures.getLast().end(),
                        discourse);
                draft.region = region;
                draft.regionFrom = RegionFrom.SENTENCE;
                drafts.add(draft);
            }
        } else if (members.size() == figures.size()) {
            for (String member : members) {
                drafts.add(Drafts.begin(
                        ClauseReader.named(member, direct ? unit : null),
                        clause,
                        clause.start(),
                        figures.getLast().end(),
                        discourse));
            }
        } else {
            List<Period> periods = discourse.listed;
            if (periods.size() == figures.size()) {
                for (Period period : periods) {
                    Draft draft = Drafts.begin(
                            subject, clause, clause.start(), figures.getLast().end(), discourse);
                    draft.period = period;
                    drafts.add(draft);
                }
            }
        }
        out.addAll(drafts);
        discourse.inSentence.addAll(drafts);
        return drafts;
    }

    /** 南宁、柳州、桂林地区生产总值分别…: as many regions as figures. */
    private List<Region> regions(Token.Word each) {
        var regions = new ArrayList<Region>();
        for (Token token : clause.tokens()) {
            if (token instanceof Token.Where where
                    && token.end() <= each.start()
                    && where.region() != null
                    && !where.word()) {
                regions.add(where.region());
            }
        }
        return regions;
    }

    private String afterRegions(Token.Word each) {
        int from = clause.start();
        for (Token token : clause.tokens()) {
            from = token instanceof Token.Where && token.end() <= each.start() ? token.end() : from;
        }
        return Names.between(clause, from, subjectEnd(each));
    }

    /** The subject ends before 年均 or 同比 that stand before 分别. */
    private int subjectEnd(Token.Word each) {
        int end = each.start();
        for (Token token : clause.tokens().reversed()) {
            if (token.end() == end
                    && token instanceof Token.Word word
                    && (word.is(Cue.ANNUAL) || word.is(Cue.YOY) || word.is(Cue.ADVERB))) {
                end = word.start();
            }
        }
        return end;
    }

    private enum Direction {
        VALUE,
        UP,
        DOWN
    }

    private record Change(Direction direction, String basis) {}

    private Change change(Token.Word each, Token.Quantity first) {
        Direction direction = Direction.VALUE;
        String basis = clause.has(Cue.ANNUAL) ? "annual_average" : clause.has(Cue.CUMULATIVE) ? "cumulative" : "yoy";
        for (Token token : clause.tokens()) {
            if (token instanceof Token.Word word && token.start() >= each.start() && token.end() <= first.start()) {
                if (word.is(Cue.UP) || word.is(Cue.TURNED)) {
                    direction = Direction.UP;
                } else if (word.is(Cue.DOWN)) {
                    direction = Direction.DOWN;
                } else if (word.is(Cue.UPTOS) || word.is(Cue.DOWNTOS)) {
                    direction = Direction.VALUE;
                }
            }
        }
        return new Change(direction, basis);
    }

    private static void apply(Draft draft, Figure figure, Change change) {
        BigDecimal value = change.direction() == Direction.DOWN ? figure.value().negate() : figure.value();
        Unit unit = figure.unit();
        if (change.direction() == Direction.VALUE) {
            draft.take(figure);
        } else if (figure.isPercent()) {
            draft.growth = value;
            draft.basis = change.basis();
        } else if (figure.is(Unit.Kind.TIMES)) {
            draft.growth = value.multiply(HUNDRED);
            draft.basis = change.basis();
        } else {
            draft.deltas.add(new Delta(value, unit == null ? "" : unit.name()));
        }
    }

    /** 城镇和农村常住居民人均可支配收入 is two: what is measured is said once, at the end. */
    static List<String> members(String subject) {
        List<String> parts = split(subject);
        if (parts.size() < 2) {
            return List.of(subject);
        }
        String last = parts.getLast();
        String shared = shared(parts, last);
        var members = new ArrayList<String>();
        for (String part : parts) {
            members.add(complete(part, parts, shared));
        }
        return members;
    }

    private static String complete(String part, List<String> parts, String shared) {
        String head = parts.getFirst();
        String name = part;
        for (String prefix : new String[] {"规模以上", "规上", "限额以上", "限上"}) {
            if (head.startsWith(prefix) && !part.startsWith(prefix) && !"规限".contains(part.substring(0, 1))) {
                name = prefix + part;
            }
        }
        if (name.length() == 1 && "一二三".contains(name)) {
            return "第" + name + (shared.startsWith("产业") ? "" : "产业") + shared;
        }
        if (part.equals(parts.getLast())) {
            return name.startsWith("三产业") || name.startsWith("二产业") ? "第" + name : name;
        }
        return Vocabulary.measureOf(name) == null ? name + shared : name;
    }

    /** What the last member says for all: its measure, with what stands before it when the first is but a modifier. */
    private static String shared(List<String> parts, String last) {
        if (parts.getFirst().length() == 1 && last.length() > 1) {
            return last.substring(1);
        }
        for (String split : new String[] {"常住居民", "居民", "企业", "学校", "地区"}) {
            int at = last.indexOf(split);
            if (at > 0 && parts.stream().limit(parts.size() - 1).noneMatch(p -> p.contains(split)) && at <= 4) {
                return last.substring(at);
            }
        }
        String measure = Vocabulary.measureOf(last);
        return measure == null ? "" : measure;
    }

    private static List<String> split(String subject) {
        var parts = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i < subject.length(); i++) {
            char c = subject.charAt(i);
            boolean and = (c == '和' || c == '与' || c == '及') && i > start && i + 1 < subject.length();
            if (c == '、' || and) {
                boolean also = subject.startsWith("以及", i - 1) && i > 0 && c == '及';
                addPart(parts, subject.substring(start, also ? i - 1 : i));
                start = i + 1;
            }
        }
        addPart(parts, subject.substring(start));
        return parts;
    }

    private static void addPart(List<String> parts, @Nullable String part) {
        if (part != null && !part.isEmpty()) {
            parts.add(part);
        }
    }
}
