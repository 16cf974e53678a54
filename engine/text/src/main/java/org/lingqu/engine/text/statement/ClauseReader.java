package org.lingqu.engine.text.statement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Statement.Approximation;
import org.lingqu.engine.text.Statement.Delta;
import org.lingqu.engine.text.Statement.Kind;
import org.lingqu.engine.text.Statement.Rank;
import org.lingqu.engine.text.statement.figure.Figure;
import org.lingqu.engine.text.statement.figure.Unit;
import org.lingqu.engine.text.statement.figure.Units;
import org.lingqu.engine.text.statement.period.Period;

/** Reads the figures of one clause: each becomes a statement or adds to the one before. */
final class ClauseReader {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Clause clause;
    private final Discourse discourse;
    private final List<Draft> out;
    private final List<Draft> made = new ArrayList<>();
    private @Nullable Figure from;
    private String fromSubject = "";
    private String lastNoun = "";
    private boolean counted;
    private int done;

    ClauseReader(Clause clause, Discourse discourse, List<Draft> out) {
        this.clause = clause;
        this.discourse = discourse;
        this.out = out;
        this.done = clause.start();
    }

    void read() {
        List<Token> figures = clause.tokens().stream()
                .filter(t -> t instanceof Token.Quantity || t instanceof Token.Place)
                .toList();
        if (clause.has(Cue.EACH) && new Lists(clause, discourse, out).read()) {
            return;
        }
        for (int i = 0; i < figures.size(); i++) {
            if (figures.get(i).start() < done) {
                continue; // belongs to the name of what was counted before
            }
            int next = i + 1 < figures.size() ? figures.get(i + 1).start() : clause.end();
            switch (figures.get(i)) {
                case Token.Quantity quantity -> quantity(quantity, next);
                case Token.Place place -> place(place);
                case Token.Time ignored -> {}
                case Token.Where ignored -> {}
                case Token.Word ignored -> {}
                case Token.Mark ignored -> {}
                case Token.Name ignored -> {}
            }
        }
        flat();
        if (figures.stream().allMatch(ClauseReader::isDuration)) {
            String subject = Names.between(clause, clause.start(), clause.end());
            if (discourse.group.isEmpty() && subject.length() <= 40) {
                discourse.pending = subject;
            }
        }
    }

    private static boolean isDuration(Token token) {
        return token instanceof Token.Quantity quantity && quantity.figure().is(Unit.Kind.TIME);
    }

    /** 与去年持平: a growth of nought. */
    private void flat() {
        int at = -1;
        for (Token token : clause.tokens()) {
            at = token instanceof Token.Word word && word.is(Cue.FLAT) ? token.start() : at;
        }
        if (at < 0 || !made.isEmpty()) {
            return;
        }
        String before = clause.text().substring(clause.start(), at);
        int with = clause.start() + Math.max(before.lastIndexOf('与'), before.lastIndexOf('同'));
        String subject = with > clause.start() ? Names.between(clause, clause.start(), with) : "";
        if (!subject.isEmpty()) {
            Draft draft = Drafts.begin(subject, clause, clause.start(), at + 2, discourse);
            draft.growth = BigDecimal.ZERO;
            draft.basis = "yoy";
            add(draft);
        }
    }

    private void quantity(Token.Quantity quantity, int next) {
        Figure figure = quantity.figure();
        Unit unit = figure.unit();
        Token.Word last = lastWord(quantity);
        if (opensFromTo(quantity)) {
            from = figure;
            fromSubject = Names.between(clause, done, originBefore(quantity));
            done = quantity.end();
            return;
        }
        if (figure.form() == Figure.Form.RATIO) {
            ratio(quantity);
        } else if (figure.is(Unit.Kind.POINT)) {
            points(quantity, last);
        } else if (isChange(last, figure)) {
            change(quantity, last);
        } else if (figure.form() == Figure.Form.DOUBLING) {
            growth(quantity, figure.value());
        } else if (figure.isPercent() && shareWord(quantity) != null) {
            share(quantity, shareWord(quantity));
        } else if (unit == null) {
            unitless(quantity);
        } else if (unit.kind() == Unit.Kind.TIME || unit.kind() == Unit.Kind.SCORE) {
            measuredTime(quantity, last);
        } else if (unit.kind() == Unit.Kind.TIMES) {
            times(quantity, last);
        } else if (isStated(figure, quantity, last)) {
            value(quantity, next, figure);
        }
    }

    /** Where 从 or 由 stands before a figure. */
    private int originBefore(Token.Quantity quantity) {
        int at = quantity.start();
        for (Token token : clause.tokens()) {
            if (token.start() >= done
                    && token.end() <= quantity.start()
                    && token instanceof Token.Word word
                    && word.is(Cue.FROM)) {
                at = word.start();
            }
        }
        return at;
    }

    /** The last word with a task directly before a figure, adverbs and 了 between them allowed. */
    private Token.@Nullable Word lastWord(Token figure) {
        Token.Word found = null;
        for (Token token : clause.tokens()) {
            if (token.start() >= figure.start()) {
                break;
            }
            if (token instanceof Token.Word word && onlyAdverbs(word.end(), figure.start())) {
                if (found == null || !isAdverbOnly(word)) {
                    found = word;
                }
            }
        }
        return found;
    }

    private static boolean isAdverbOnly(Token.Word word) {
        return word.is(Cue.ADVERB) && word.cues().size() == 1;
    }

    /** Whether only 了, 约 and such stand between two places. */
    private boolean onlyAdverbs(int from, int end) {
        int i = from;
        while (i < end) {
            Token inside = tokenAt(i);
            if (inside instanceof Token.Word word && (word.is(Cue.ADVERB) || word.is(Cue.REACH))) {
                i = inside.end();
            } else if ("了约近仅达为 ".indexOf(clause.text().charAt(i)) >= 0) {
                i++;
            } else {
                return false;
            }
        }
        return true;
    }

    private @Nullable Token tokenAt(int place) {
        for (Token token : clause.tokens()) {
            if (token.start() == place) {
                return token;
            }
        }
        return null;
    }

    /** 从17.9%提升到35.5%, 由十年前的不足百个发展到1735个: a word of origin before, a word of arrival behind. */
    private boolean opensFromTo(Token.Quantity quantity) {
        boolean origin = false;
        for (Token token : clause.tokens()) {
            if (token.start() < quantity.start() && token.start() >= done) {
                origin |= token instanceof Token.Word word && word.is(Cue.FROM);
            } else if (token.start() >= quantity.end()) {
                if (token instanceof Token.Word word && (word.is(Cue.UPTOS) || word.is(Cue.DOWNTOS))) {
                    return origin;
                }
                if (token instanceof Token.Quantity) {
                    return false;
                }
            }
        }
        return false;
    }

    private boolean isChange(Token.@Nullable Word last, Figure figure) {
        if (last == null || !(last.is(Cue.UP) || last.is(Cue.DOWN) || last.is(Cue.TURNED))) {
            return false;
        }
        Unit unit = figure.unit();
        return unit != null && unit.kind() != Unit.Kind.TIME;
    }

    private boolean isDown(Token.@Nullable Word word) {
        return word != null && word.is(Cue.DOWN) && !word.is(Cue.TURNED);
    }

    /** 增长8.5%, 增长1.3倍, 减少0.04万人. */
    private void change(Token.Quantity quantity, Token.@Nullable Word last) {
        Figure figure = quantity.figure();
        BigDecimal sign = isDown(last) ? BigDecimal.ONE.negate() : BigDecimal.ONE;
        if (figure.is(Unit.Kind.TIMES)) {
            growth(quantity, figure.value().multiply(HUNDRED).multiply(sign));
        } else if (figure.isPercent()) {
            growth(quantity, figure.value().multiply(sign));
        } else {
            delta(quantity, figure.value().multiply(sign));
        }
    }

    private void growth(Token.Quantity quantity, BigDecimal pct) {
        List<Draft> targets = targets(quantity, d -> d.growth == null);
        String basis = basis();
        for (Draft draft : targets) {
            draft.growth = pct;
            draft.basis = basis;
            draft.extendTo(quantity.end());
        }
        done = quantity.end();
    }

    private String basis() {
        for (Token token : clause.tokens()) {
            if (token instanceof Token.Word word && word.is(Cue.ANNUAL)) {
                return "annual_average";
            }
            if (token instanceof Token.Time time && time.period() != null && isBase(time)) {
                return "vs_" + time.period().endYear();
            }
        }
        return clause.has(Cue.CUMULATIVE) ? "cumulative" : "yoy";
    }

    private boolean isBase(Token.Time time) {
        return Sentences.isBase(clause.text(), time.start());
    }

    private void delta(Token.Quantity quantity, BigDecimal amount) {
        Unit unit = quantity.figure().unit();
        for (Draft draft : targets(quantity, d -> true)) {
            draft.deltas.add(new Delta(amount, unit == null ? "" : unit.name()));
            draft.extendTo(quantity.end());
        }
        done = quantity.end();
    }

    /** 提高1.5个百分点 is a difference; 差值为0.3个百分点 a value. */
    private void points(Token.Quantity quantity, Token.@Nullable Word last) {
        Token.Word direction = direction(quantity);
        if (direction == null) {
            if ((last != null && last.is(Cue.REACH))
                    || !Names.between(clause, done, quantity.start()).isEmpty()) {
                value(quantity, quantity.end(), quantity.figure());
            }
            return;
        }
        BigDecimal amount = quantity.figure().value();
        delta(quantity, isDown(direction) ? amount.negate() : amount);
    }

    /** The last word of rising or falling before a figure. */
    private Token.@Nullable Word direction(Token.Quantity quantity) {
        Token.Word found = null;
        for (Token token : clause.tokens()) {
            if (token.end() <= quantity.start()
                    && token.start() >= done
                    && token instanceof Token.Word word
                    && (word.is(Cue.UP) || word.is(Cue.DOWN) || word.is(Cue.TURNED))) {
                boolean turned = found != null && found.is(Cue.DOWN) && word.is(Cue.DOWN) && isFall(found);
                found = turned ? new Token.Word(word.start(), word.end(), EnumSet.of(Cue.TURNED)) : word;
            }
        }
        return found;
    }

    /** 降幅 followed by 收窄. */
    private boolean isFall(Token.Word word) {
        String surface = clause.text().substring(word.start(), word.end());
        return surface.endsWith("幅");
    }

    private void times(Token.Quantity quantity, Token.@Nullable Word last) {
        if (last != null && last.is(Cue.REACH)) {
            growth(quantity, quantity.figure().value().subtract(BigDecimal.ONE).multiply(HUNDRED));
        } else if (quantity.start() > done && clause.text().charAt(quantity.start() - 1) == '的') {
            timesOfBase(quantity);
        }
    }

    /** 是上年同期的2.5倍. */
    private void timesOfBase(Token.Quantity quantity) {
        for (Token token : clause.tokens()) {
            if (token.start() >= done
                    && token.end() < quantity.start()
                    && token instanceof Token.Word word
                    && word.is(Cue.REACH)) {
                String subject = Names.between(clause, done, token.start());
                if (!subject.isEmpty()) {
                    Draft draft = start(subject, quantity);
                    draft.growth =
                            quantity.figure().value().subtract(BigDecimal.ONE).multiply(HUNDRED);
                    draft.basis = "yoy";
                    add(draft);
                    done = quantity.end();
                }
                return;
            }
        }
    }

    private void ratio(Token.Quantity quantity) {
        String subject = from != null ? fromSubject : name(quantity);
        if (clause.text().startsWith("的比例", quantity.end())) {
            subject = Names.between(clause, done, originBefore(quantity)) + "比例";
        }
        if (subject.indexOf('比') >= 0 || subject.contains("结构")) {
            Draft draft = start(subject, quantity);
            draft.take(quantity.figure());
            add(draft);
            done = quantity.end();
        }
    }

    /** 占 before a figure, with what stands between as the whole. */
    private Token.@Nullable Word shareWord(Token.Quantity quantity) {
        Token.Word found = null;
        for (Token token : clause.tokens()) {
            if (token.end() <= quantity.start() && token.start() >= done && token instanceof Token.Word word) {
                if (word.is(Cue.SHARE)) {
                    found = word;
                } else if (word.is(Cue.UPTOS) || word.is(Cue.DOWNTOS)) {
                    return null;
                }
            }
        }
        return found;
    }

    private void share(Token.Quantity quantity, Token.@Nullable Word share) {
        if (share == null) {
            return;
        }
        String subject = Names.between(clause, done, share.start());
        String whole = Names.between(clause, share.end(), quantity.start());
        boolean said = clause.text().substring(share.start(), share.end()).contains("占比");
        Draft last = discourse.group.isEmpty() ? null : discourse.group.getLast();
        Draft here = made.isEmpty() ? last : made.getLast();
        if (here != null && here.share == null && (subject.isEmpty() || Vocabulary.VAGUE_SUBJECTS.contains(subject))) {
            here.share = quantity.figure().value();
            here.shareOf = whole(share, quantity, whole);
            here.extendTo(quantity.end());
            done = quantity.end();
            return;
        }
        if (subject.isEmpty()) {
            subject = discourse.pending;
        }
        String part = said ? "占比" : "占" + whole(share, quantity, whole);
        String name = subject + part + (said || part.endsWith("比重") || part.endsWith("比例") ? "" : "比重");
        Draft draft = start(name, quantity);
        draft.take(quantity.figure());
        add(draft);
        discourse.whole = whole(share, quantity, whole);
        done = quantity.end();
    }

    /** The whole of a share keeps the region word that a name would lose: 全区, 全国. */
    private String whole(Token.Word share, Token.Quantity quantity, String cleaned) {
        String raw = clause.text().substring(share.end(), quantity.start());
        String text = Names.tidy(raw);
        int end = text.length();
        while (end > 0 && "的约近为达到是".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        String whole = text.substring(0, end);
        for (String word : new String[] {"的比重", "比重", "的比例", "总量"}) {
            if (whole.endsWith(word) && whole.length() > word.length() && !word.equals("总量")) {
                return whole.substring(0, whole.length() - word.length());
            }
        }
        return whole.isEmpty() ? cleaned : whole;
    }

    private void unitless(Token.Quantity quantity) {
        Figure figure = quantity.figure();
        String subject = name(quantity);
        Unit implied = ImpliedUnits.of(subject);
        boolean large = figure.value().abs().compareTo(BigDecimal.valueOf(10_000)) >= 0
                && figure.form() != Figure.Form.BARE
                && isMultiplied(quantity);
        if (implied == null && large) {
            int next = nextFigure(quantity);
            String behind = nounBehind(quantity, next);
            implied = ImpliedUnits.of(behind);
            if (implied != null && !behind.isEmpty()) {
                value(quantity, next, figure.with(implied));
                return;
            }
        }
        if (implied != null && (large || lastWord(quantity) != null) && !subject.isEmpty()) {
            value(quantity, quantity.end(), figure.with(implied));
        } else if (ImpliedUnits.isPure(subject) && figure.form() == Figure.Form.DIGITS && lastWord(quantity) != null) {
            Draft draft = start(subject, quantity);
            draft.take(figure);
            add(draft);
            done = quantity.end();
        }
    }

    private int nextFigure(Token.Quantity quantity) {
        for (Token token : clause.tokens()) {
            if (token.start() >= quantity.end() && (token instanceof Token.Quantity || token instanceof Token.Place)) {
                return token.start();
            }
        }
        return clause.end();
    }

    private boolean isMultiplied(Token.Quantity quantity) {
        for (int i = quantity.start(); i < quantity.end(); i++) {
            if ("百千万亿".indexOf(clause.text().charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private void measuredTime(Token.Quantity quantity, Token.@Nullable Word last) {
        String subject = Names.between(clause, done, quantity.start());
        if (last != null
                && (last.is(Cue.REACH) || last.is(Cue.UPTOS) || last.is(Cue.DOWNTOS))
                && ImpliedUnits.isDuration(subject)) {
            Draft draft = start(subject, quantity);
            draft.take(quantity.figure());
            add(draft);
            done = quantity.end();
        }
    }

    /** Whether a quantity says how much of something there is, and is not part of a name or of a condition. */
    private boolean isStated(Figure figure, Token.Quantity quantity, Token.@Nullable Word last) {
        if (figure.form() == Figure.Form.BARE && figure.approx() == null) {
            return from != null && last != null && (last.is(Cue.UPTOS) || last.is(Cue.REACH));
        }
        String text = clause.text();
        String before = text.substring(done, quantity.start());
        if ((before.indexOf('每') >= 0 && figure.value().compareTo(BigDecimal.ONE) == 0)
                || before.endsWith("每")
                || before.endsWith("满分")
                || before.endsWith("单价")
                || before.endsWith("第")) {
            return false;
        }
        Unit unit = figure.unit();
        boolean modifies = quantity.end() < clause.end() && text.charAt(quantity.end()) == '的';
        boolean condition = figure.approx() == Approximation.AT_LEAST || figure.approx() == Approximation.AT_MOST;
        if (modifies
                && (condition
                        || (nextFigure(quantity) < clause.end()
                                && unit != null
                                && !unit.counts()
                                && !figure.isPercent()))) {
            return false; // 年产值超百亿元的企业达到5家
        }
        boolean reached = last != null && (last.is(Cue.REACH) || last.is(Cue.UPTOS) || last.is(Cue.DOWNTOS));
        if (figure.is(Unit.Kind.RATING) && !reached && quantity.end() < clause.end()) {
            return false; // 220千伏输变电工程
        }
        return !(counted && figure.approx() != null && unit != null && !unit.counts());
    }

    private void value(Token.Quantity quantity, int next, Figure figure) {
        Unit unit = figure.unit();
        String before = from != null ? fromSubject : nameBefore(quantity);
        int reach = conditioned(quantity, next);
        String behind = nounBehind(quantity, reach);
        boolean countsNoun = unit != null && unit.counts() && !behind.isEmpty();
        if (countsNoun && (isGeneric(behind) || isReference(quantity))) {
            return;
        }
        if (countsNoun && (isSharedNext(quantity, next) || isAmongRanked(quantity, next))) {
            return;
        }
        if (countsNoun) {
            boolean modified = quantity.start() > done && clause.text().charAt(quantity.start() - 1) == '的';
            Draft draft = start(countName(counted(behind), before, unit, modified), quantity);
            draft.kind = Kind.COUNT;
            draft.take(figure);
            done = Math.min(reach, quantity.end() + nounLength(quantity, reach));
            draft.extendTo(done);
            add(draft);
            counted = true;
            lastNoun = behind;
            return;
        }
        if (clause.bracketed() && before.isEmpty() && !discourse.group.isEmpty()) {
            Draft draft = start(discourse.group.getLast().indicator, quantity);
            draft.take(figure);
            out.add(draft);
            done = quantity.end();
            return;
        }
        Draft other = ofAnotherRegion(quantity, before);
        if (other != null) {
            other.take(figure);
            add(other);
            done = quantity.end();
            return;
        }
        Draft target = before.isEmpty() || Vocabulary.VAGUE_SUBJECTS.contains(before) ? openFor(figure) : null;
        if (target != null) {
            target.take(figure);
            target.extendTo(quantity.end());
            addFrom(target);
            made.add(target);
            done = quantity.end();
            return;
        }
        String name = before.isEmpty() ? behind : before;
        if (name.isEmpty() && counted) {
            name = lastNoun;
        }
        if (name.isEmpty() && from != null && !discourse.group.isEmpty()) {
            name = discourse.group.getLast().indicator;
        }
        if (!before.isEmpty() && behind.length() <= 4 && Vocabulary.measureOf(behind) != null) {
            name = before + behind;
        }
        name = carried(name);
        if (name.isEmpty()) {
            name = discourse.pending;
        }
        if (name.length() < 2) {
            done = quantity.end();
            return;
        }
        Draft draft = start(named(sibling(name, unit), unit), quantity);
        draft.take(rate(figure, quantity, draft.indicator));
        addFrom(draft);
        add(draft);
        done = quantity.end();
    }

    /** 对1940个断面进行评价, 除9项指标外: speaks of what was counted elsewhere. */
    private boolean isReference(Token.Quantity quantity) {
        String before = clause.text().substring(done, quantity.start()).strip();
        return before.startsWith("对") || before.startsWith("除") || before.startsWith("按") || before.startsWith("针对");
    }

    /** 5项指标超标断面占…的73.3%: the count belongs to the subject of the share. */
    private boolean isSharedNext(Token.Quantity quantity, int next) {
        int nounEnd = quantity.end() + nounLength(quantity, next);
        Token after = tokenAt(nounEnd);
        return after instanceof Token.Word word && word.is(Cue.SHARE) && next < clause.end();
    }

    /** 在11个设区市中排名第二: the count is the scope of the rank. */
    private boolean isAmongRanked(Token.Quantity quantity, int next) {
        int among = clause.text().indexOf('中', quantity.end(), Math.max(quantity.end(), next));
        return among > 0 && among < next && tokenAt(next) instanceof Token.Place;
    }

    /** 其中广西1130万亩, 玉林市完成156亿元: the same of another region. */
    private @Nullable Draft ofAnotherRegion(Token.Quantity quantity, String before) {
        Draft last = discourse.previous;
        boolean led = clause.tokens().stream()
                .anyMatch(t -> t instanceof Token.Where && t.start() >= done && t.end() <= quantity.start());
        boolean same = last != null
                && last.unit != null
                && last.unit.equals(quantity.figure().unit());
        return before.isEmpty() && led && same && last != null ? start(last.indicator, quantity) : null;
    }

    /** 竣工437个 behind 重大项目开工390个; 茶油6万吨 behind 产油茶籽25万吨. */
    private String sibling(String name, @Nullable Unit unit) {
        Draft last = discourse.group.isEmpty() ? null : discourse.group.getLast();
        if (last == null || unit == null) {
            return name;
        }
        if (name.endsWith("级") && unit.equals(last.unit)) { // 其中国家级35个
            String whole = last.indicator;
            return name + (whole.startsWith("各类") ? whole.substring(2) : whole);
        }
        String before = last.indicator.endsWith("数")
                ? last.indicator.substring(0, last.indicator.length() - 1)
                : last.indicator;
        boolean verbs = unit.equals(last.unit)
                && name.length() == 2
                && before.length() > 4
                && isVerb(name)
                && isVerb(before.substring(before.length() - 2));
        if (verbs) {
            String stem = before.substring(0, before.length() - 2);
            return (stem.endsWith("新") ? stem.substring(0, stem.length() - 1) : stem) + name;
        }
        String unitName = last.unit == null ? "" : last.unit.name();
        boolean listed = clause.start() > 0 && clause.text().charAt(clause.start() - 1) == '、';
        if (listed && unit.equals(last.unit) && Drafts.gain(name).isEmpty()) {
            return Drafts.gain(before) + name;
        }
        int perAcre = last.indicator.indexOf("亩产");
        if (perAcre >= 0 && unitName.equals(unit.name() + "/亩") && !name.contains("亩产")) {
            return last.indicator.substring(0, perAcre + 2) + name;
        }
        if (!unit.equals(last.unit)) {
            return name;
        }
        return before.startsWith("产") && !before.startsWith("产业") && !before.startsWith("产值") && !name.startsWith("产")
                ? "产" + name
                : name;
    }

    private static boolean isVerb(String word) {
        return Vocabulary.VERBS.contains(word);
    }

    /** 亩产80公斤 is 公斤/亩, 年均15万亩 is 亩/年. */
    private Figure rate(Figure figure, Token.Quantity quantity, String name) {
        Unit unit = figure.unit();
        if (unit == null || unit.name().contains("/") || unit.kind() == Unit.Kind.PERCENT) {
            return figure;
        }
        Unit per = null;
        for (String measured : new String[] {"亩", "公顷", "吨", "平方米", "千瓦时", "立方米"}) {
            if (name.contains("每" + measured) || (measured.equals("亩") && name.contains("亩产"))) {
                per = Units.named(measured);
            }
        }
        Token.Word last = lastWord(quantity);
        if (per == null && clause.has(Cue.ANNUAL) && ((last != null && last.is(Cue.ANNUAL)) || spreads(quantity))) {
            per = Units.named("年");
        }
        return per == null ? figure : figure.with(new Unit(unit.name() + "/" + per.name(), unit.kind()));
    }

    /** 每年 or 年均 before a figure, with only a verb between. */
    private boolean spreads(Token.Quantity quantity) {
        for (Token token : clause.tokens()) {
            if (token instanceof Token.Word word && word.is(Cue.ANNUAL) && token.end() <= quantity.start()) {
                return quantity.start() - token.end() <= 4;
            }
        }
        return false;
    }

    /** The subject before a figure; an empty verb directly before the figure is dropped: 玉柴诞生了10多款. */
    private String nameBefore(Token.Quantity quantity) {
        if (clause.text().startsWith("等", Math.max(done, quantity.start() - 1)) && quantity.start() > done) {
            return ""; // what is listed before 等 are examples of the noun behind the figure
        }
        Token.Word last = lastWord(quantity);
        boolean empty = last != null && last.is(Cue.LIGHT) && last.start() >= done;
        return Names.between(clause, done, empty && last != null ? last.start() : quantity.start());
    }

    /** Where the noun of a count may reach: over a condition behind it, 15个测定点亩产高于40公斤. */
    private int conditioned(Token.Quantity quantity, int next) {
        Unit unit = quantity.figure().unit();
        if (unit == null || !unit.counts() || next >= clause.end() || quantity.end() == next) {
            return next;
        }
        for (Token token : clause.tokens()) {
            if (token.start() == next
                    && token instanceof Token.Quantity other
                    && other.figure().approx() != null) {
                Unit condition = other.figure().unit();
                return condition != null
                                && !condition.counts()
                                && !other.figure().isPercent()
                        ? clause.end()
                        : next;
            }
        }
        return next;
    }

    private void addFrom(Draft draft) {
        if (from != null) {
            draft.from = from.value();
            Period period = draft.period;
            if (period != null && period.isRange() && period.from().length() == 4) {
                draft.period = period.end();
            }
            from = null;
        }
    }

    /** The statement that a figure without a subject of its own belongs to. */
    private @Nullable Draft openFor(Figure figure) {
        List<Draft> group = made.isEmpty() ? discourse.group : made;
        if (group.isEmpty()) {
            return null;
        }
        Draft last = group.getLast();
        if (!last.hasValue()) {
            return from != null && "annual_average".equals(last.basis) ? null : last;
        }
        boolean reached =
                last.unit != null && last.unit.equals(figure.unit()) && clause.has(Cue.REACH) && last.kind == Kind.STAT;
        return reached && last.value != null ? last : null;
    }

    private String name(Token figure) {
        return Names.between(clause, done, figure.start());
    }

    /** A bare 产量 goes on about what the clause before was about. */
    private String carried(String name) {
        if (name.endsWith("比重") && name.indexOf('占') < 0 && !discourse.whole.isEmpty()) {
            return name.substring(0, name.length() - 2) + "占" + discourse.whole + "比重";
        }
        return Vocabulary.isBareMeasure(name) && !discourse.object.isEmpty() ? discourse.object + name : name;
    }

    static String named(String name, @Nullable Unit unit) {
        if (unit != null
                && unit.kind() == Unit.Kind.COUNT
                && !name.endsWith("数")
                && !name.endsWith("量")
                && Vocabulary.measureOf(name) == null) {
            return name + "数";
        }
        if (unit != null && unit.kind() == Unit.Kind.AREA && Vocabulary.measureOf(name) == null) {
            return name + "面积";
        }
        return name;
    }

    private static String countName(String noun, String before, @Nullable Unit unit, boolean modified) {
        String verb = before.length() > (modified ? 24 : 8) ? "" : before;
        return named(verb + noun, unit);
    }

    /** 21个区县的科技服务网络 counts 区县: a short noun before 的 is what the figure counts. */
    private static String counted(String noun) {
        int of = noun.indexOf('的');
        if (of < 2 || of > 3 || of == noun.length() - 1) {
            return noun;
        }
        String head = noun.substring(0, of);
        return Vocabulary.CUES.get(head) == null ? head : noun;
    }

    /** 三个特点, 六个新亮点, 9项基本监测指标: a count of nothing in particular. */
    private static boolean isGeneric(String noun) {
        for (int length = Math.min(3, noun.length()); length > 0; length--) {
            if (Vocabulary.GENERIC_NOUNS.contains(noun.substring(noun.length() - length))) {
                return noun.length() <= length + 4;
            }
        }
        return noun.contains("指标") && noun.indexOf("指标") <= 4;
    }

    /** What stands behind a figure up to the next one, empty when no noun does. */
    private String nounBehind(Token.Quantity quantity, int next) {
        int length = nounLength(quantity, next);
        return length == 0 ? "" : Names.between(clause, quantity.end(), quantity.end() + length);
    }

    private int nounLength(Token.Quantity quantity, int next) {
        int from = quantity.end();
        int to = next;
        int depth = 0;
        for (Token token : clause.tokens()) {
            if (token.start() >= to) {
                break;
            }
            if (token.start() < from) {
                continue;
            }
            if (token instanceof Token.Mark mark) {
                depth += "（(".indexOf(mark.sign()) >= 0 ? 1 : 0;
                depth -= "）)".indexOf(mark.sign()) >= 0 ? 1 : 0;
                if (depth < 0 || (depth == 0 && mark.sign() == '、')) {
                    to = token.start();
                }
            } else if (depth == 0 && token instanceof Token.Word word && endsNoun(word, from)) {
                to = token.start();
            }
        }
        to = beforeBracket(from, to);
        return Math.max(0, (next < clause.end() && to == next ? beforeAnd(from, to) : to) - from);
    }

    /** A bracket with figures of its own was taken out of the clause and ends a noun. */
    private int beforeBracket(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = clause.text().charAt(i);
            if ((c == '（' || c == '(') && !(tokenAt(i) instanceof Token.Mark)) {
                return i;
            }
        }
        return to;
    }

    /** 16个产业园和 before the next figure: the noun ends before 和. */
    private int beforeAnd(int from, int to) {
        for (int i = to - 1; i > from; i--) {
            if ("和及与".indexOf(clause.text().charAt(i)) >= 0) {
                return clause.text().charAt(i - 1) == '以' ? i - 1 : i;
            }
        }
        return to;
    }

    private boolean endsNoun(Token.Word word, int from) {
        if (clause.text().charAt(word.start()) == '就') {
            return true;
        }
        if (word.start() == from) {
            boolean adverb = word.is(Cue.ADVERB) && word.end() - word.start() == 1;
            return adverb
                    || word.cues().stream()
                            .anyMatch(c -> c == Cue.UP
                                    || c == Cue.DOWN
                                    || c == Cue.REACH
                                    || c == Cue.YOY
                                    || c == Cue.SHARE
                                    || c == Cue.RANKED
                                    || c == Cue.EACH);
        }
        return (word.start() - from > 2 && word.is(Cue.SHARE)) || (word.start() - from > 14 && word.is(Cue.VERB));
    }

    /** 居全国第一, 进入全国前十. */
    private void place(Token.Place place) {
        Token.Word ranked = null;
        Token.Where scopeWhere = null;
        for (Token token : clause.tokens()) {
            if (token.start() >= place.start()) {
                break;
            }
            if (token instanceof Token.Word word && word.is(Cue.RANKED) && token.start() >= done - 1) {
                ranked = ranked == null ? word : ranked;
            }
            if (token instanceof Token.Where where && where.end() == place.start()) {
                scopeWhere = where;
            }
        }
        if (ranked == null && scopeWhere == null && !endsWithScope(place)) {
            return;
        }
        int word = endsWithScope(place) ? place.start() - 2 : place.start();
        int scopeStart = ranked != null ? lastRankedEnd(place) : scopeWhere != null ? scopeWhere.start() : word;
        String scope = clause.text().substring(scopeStart, place.start()).strip();
        String before = clause.text().substring(Math.min(done, place.start()), place.start());
        int offset = place.start() - before.length();
        int among = before.lastIndexOf('中') < 0 ? -1 : offset + before.lastIndexOf('中');
        int in = before.indexOf('在') < 0 ? -1 : offset + before.indexOf('在');
        if (in >= done && among > in) { // 在全省11个设区市中排名第二
            scope = clause.text().substring(in + 1, among);
        }
        var rank = new Rank(place.value(), scope.isEmpty() ? null : scope, place.bound() ? "le" : null);
        int subjectEnd = in >= done && among > in ? in : ranked != null ? ranked.start() : scopeStart;
        String subject = subjectEnd > done ? Names.between(clause, done, subjectEnd) : "";
        List<Draft> group = made.isEmpty() ? discourse.group : made;
        boolean attach = !group.isEmpty()
                && group.getLast().rank == null
                && (counted || subject.isEmpty() || Vocabulary.VAGUE_SUBJECTS.contains(subject));
        if (attach) {
            group.getLast().rank = rank;
            group.getLast().extendTo(place.end());
        } else {
            String name = carried(subject);
            if (name.isEmpty()) {
                name = group.isEmpty() ? discourse.pending : group.getLast().indicator;
            }
            if (!name.isEmpty()) {
                for (String member : Lists.members(name)) {
                    Draft draft = start(member, place);
                    draft.rank = rank;
                    add(draft);
                }
            }
        }
        done = place.end();
    }

    private boolean endsWithScope(Token.Place place) {
        String before = clause.text().substring(clause.start(), place.start());
        return before.endsWith("世界") || before.endsWith("全球") || before.endsWith("国内") || before.endsWith("西部");
    }

    private int lastRankedEnd(Token.Place place) {
        int end = place.start();
        for (Token token : clause.tokens()) {
            if (token.start() < place.start() && token instanceof Token.Word word && word.is(Cue.RANKED)) {
                end = word.end();
            }
        }
        return end;
    }

    /** Statements that a growth or a difference is added to: the open ones, or new ones for a subject of its own. */
    private List<Draft> targets(Token.Quantity quantity, Predicate<Draft> open) {
        String subject = Names.between(clause, done, changeStart(quantity));
        List<Draft> group = made.isEmpty() ? discourse.group : made;
        Draft last = group.isEmpty() ? null : group.getLast();
        boolean vague = subject.isEmpty()
                || Vocabulary.VAGUE_SUBJECTS.contains(subject)
                || (last != null && last.indicator.endsWith(subject));
        if (last != null && vague && open.test(last)) {
            return List.of(last);
        }
        String name = subject.isEmpty() ? last != null ? last.indicator : discourse.pending : carried(subject);
        if (name.isEmpty()) {
            return List.of();
        }
        Draft draft = start(name, quantity);
        add(draft);
        return List.of(draft);
    }

    /** Where the words of a change begin, 比上年 or 增长: the subject stands before them. */
    private int changeStart(Token.Quantity quantity) {
        for (Token token : clause.tokens()) {
            if (token.start() >= done && token.end() <= quantity.start()) {
                if (token instanceof Token.Word word
                        && (word.is(Cue.UP) || word.is(Cue.DOWN) || word.is(Cue.TURNED) || word.is(Cue.YOY))) {
                    return token.start();
                }
                if (token instanceof Token.Time
                        && "比较".indexOf(clause.text().charAt(Math.max(0, token.start() - 1))) >= 0) {
                    return token.start() - 1;
                }
            }
        }
        return quantity.start();
    }

    private Draft start(String name, Token figure) {
        int start = Math.min(Math.max(done, clause.start()), figure.start());
        Draft draft = Drafts.begin(name, clause, start, figure.end(), discourse);
        return draft;
    }

    private void add(Draft draft) {
        made.add(draft);
        out.add(draft);
        discourse.group = List.copyOf(made);
        discourse.inSentence.add(draft);
        discourse.previous = draft;
        String measure = Vocabulary.measureOf(draft.indicator);
        if (measure != null && measure.length() < draft.indicator.length()) {
            discourse.object = draft.indicator.substring(0, draft.indicator.length() - measure.length());
        }
    }
}
