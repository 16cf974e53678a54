package org.lingqu.engine.text.statement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Statement.RegionFrom;
import org.lingqu.engine.text.Statement.Status;
import org.lingqu.engine.text.statement.figure.Numerals;
import org.lingqu.engine.text.statement.period.Period;

/** Reads a paragraph: clause by clause, with what earlier clauses told about time, place, status and speaker. */
final class Sentences {

    private static final java.util.Set<String> LEADS =
            java.util.Set.of("在", "走进", "走入", "截至", "截止", "到", "仅", "从", "自", "据", "：", "“", "”", "——");

    private final Discourse discourse;

    Sentences(Discourse discourse) {
        this.discourse = discourse;
    }

    /** Whether a time stands behind 比 or 较: what is compared with. */
    static boolean isBase(String text, int start) {
        return start > 0 && "比较从由自".indexOf(text.charAt(start - 1)) >= 0;
    }

    private static boolean tells(Token token) {
        return token instanceof Token.Quantity
                || token instanceof Token.Place
                || (token instanceof Token.Word word && word.is(Cue.FLAT));
    }

    /** Whether a paragraph can have a figure or a time in it at all; most of the running text of a page has neither. */
    private static boolean mayTell(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Numerals.isDigit(c) || "十百千万亿分成倍番首第前半持年五".indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }

    List<Draft> read(String text) {
        if (!mayTell(text)) {
            return List.of();
        }
        Period known = discourse.period;
        Integer year = known == null ? discourse.page.toldYear() : Integer.valueOf(known.endYear());
        List<Token> tokens = Tokenizer.tokens(discourse.page, text, year);
        var drafts = new ArrayList<Draft>();
        if (tokens.stream().noneMatch(Sentences::tells)) {
            tokens.forEach(this::epoch);
            return drafts;
        }
        for (Clause clause : Clause.of(text, tokens)) {
            if (clause.opens()) {
                if (clause.start() > 0 && "；;".indexOf(text.charAt(clause.start() - 1)) >= 0) {
                    discourse.part();
                } else {
                    discourse.sentence();
                }
            }
            settle(clause);
            new ClauseReader(clause, discourse, drafts).read();
        }
        return drafts;
    }

    /** Takes up what a clause says of time, place, status and speaker before its figures are read. */
    private void settle(Clause clause) {
        if (clause.bracketed()) {
            where(clause);
            return;
        }
        when(clause);
        where(clause);
        status(clause);
        speaker(clause);
    }

    private void when(Clause clause) {
        String text = clause.text();
        boolean background =
                clause.end() > clause.start() && text.charAt(clause.end() - 1) == '后' && !clause.hasFigure();
        background |= text.startsWith("记者", Math.min(text.length(), clause.end() + 1));
        var listed = new ArrayList<Period>();
        for (Token token : clause.tokens()) {
            if (token instanceof Token.Time time
                    && !isBase(text, time.start())
                    && !text.startsWith("同期的", time.end())
                    && !background) {
                Period period = time.period();
                if (period != null) {
                    listed.add(period);
                    discourse.period = period;
                    discourse.until = isUntil(text, time.start());
                    discourse.yearEnd = period.to().endsWith("-12") && "末底终".indexOf(text.charAt(time.end() - 1)) >= 0;
                    if (period.from().length() > 7
                            && Names.between(clause, 0, time.start()).isEmpty()) {
                        discourse.said(); // a day that opens a paragraph holds for all of it
                    }
                    epoch(time, period);
                } else if (time.spent()) {
                    discourse.period = discourse.page.dates().fallback();
                }
            }
        }
        if (listed.size() > 1) {
            discourse.listed = listed;
        }
    }

    private static boolean isUntil(String text, int start) {
        String before = text.substring(Math.max(0, start - 3), start);
        return before.endsWith("截至") || before.endsWith("截止") || before.endsWith("截止到") || before.endsWith("截至到");
    }

    private void epoch(Token token) {
        if (token instanceof Token.Time time && time.period() != null) {
            epoch(time, time.period());
        }
    }

    /** 过去五年 opens a look back on years; 一年来 ends it. */
    private void epoch(Token.Time time, Period period) {
        Integer told = discourse.page.toldYear();
        if (told == null || period.endYear() != told) {
            return;
        }
        boolean years = period.isRange() && period.from().length() == 4 && period.startYear() < period.endYear();
        if (years && time.spent()) {
            discourse.epoch = period;
            discourse.epochNamed = true;
            discourse.period = Period.year(told);
        } else if (period.isYear() && time.spent()) {
            discourse.epoch = null;
        }
    }

    /** A region at the head of a clause is what it is about, unless it is one of a list or an object. */
    private void where(Clause clause) {
        for (Token token : clause.tokens()) {
            if (token instanceof Token.Quantity) {
                return;
            }
            if (token instanceof Token.Where where) {
                Region region = where.region();
                if (region != null && leads(clause, where) && !isListed(clause, where) && !isObject(clause, where)) {
                    discourse.at(region, RegionFrom.SENTENCE, isLasting(clause, where, region));
                }
                return;
            }
        }
    }

    /** Only times, adverbs and 在, 走进 before it. */
    private static boolean leads(Clause clause, Token.Where where) {
        int at = clause.start();
        for (Token token : clause.tokens()) {
            if (token.start() >= where.start()) {
                break;
            }
            boolean light = token instanceof Token.Time
                    || LEADS.contains(clause.text().substring(token.start(), token.end()))
                    || (token instanceof Token.Word word
                            && (word.is(Cue.ADVERB) || word.is(Cue.AMONG) || word.is(Cue.SPEAK)));
            if (!light || !isLead(clause.text(), at, token.start())) {
                return false;
            }
            at = token.end();
        }
        return isLead(clause.text(), at, where.start());
    }

    private static boolean isLead(String text, int from, int to) {
        String gap = text.substring(from, to).strip();
        return gap.isEmpty() || LEADS.contains(gap);
    }

    /** A full name, or one that a whole sentence is about: 圣保罗是…, 走进南县, 在新余市. */
    private static boolean isLasting(Clause clause, Token.Where where, Region region) {
        if (where.word()) {
            return true;
        }
        String text = clause.text();
        boolean full = region.code() != null && region.path().endsWith(text.substring(where.start(), where.end()));
        boolean topic = where.end() < text.length() && "，是的，,".indexOf(text.charAt(where.end())) >= 0;
        return region.code() != null && (full || topic);
    }

    private static boolean isListed(Clause clause, Token.Where where) {
        String text = clause.text();
        char after = where.end() < text.length() ? text.charAt(where.end()) : '。';
        char before = where.start() > 0 ? text.charAt(where.start() - 1) : '。';
        return "、至到和与—-及".indexOf(after) >= 0 || before == '、';
    }

    /** 占全区, 居全国, 比全省, 高于全国: no subject. */
    private static boolean isObject(Clause clause, Token.Where where) {
        if (where.start() == clause.start()) {
            return false;
        }
        char before = clause.text().charAt(where.start() - 1);
        if ("占居列排比于对与向获至到赴往离和".indexOf(before) >= 0) {
            return true;
        }
        for (Token token : clause.tokens()) {
            if (token.end() == where.start() && token instanceof Token.Word word) {
                return word.is(Cue.SHARE) || word.is(Cue.RANKED) || word.is(Cue.UP) || word.is(Cue.DOWN);
            }
        }
        return false;
    }

    private void status(Clause clause) {
        int figure = firstFigure(clause);
        for (Token token : clause.tokens()) {
            if (token.start() > figure) {
                return;
            }
            if (token instanceof Token.Word word) {
                if (word.is(Cue.TARGET)) {
                    discourse.status = Status.TARGET;
                } else if (word.is(Cue.FORECAST)) {
                    discourse.status = Status.FORECAST;
                } else if (word.is(Cue.PLAN) && discourse.status == Status.ACTUAL) {
                    discourse.status = Status.PLAN;
                }
            } else if (token instanceof Token.Time time
                    && isFuture(time.period())
                    && !isBase(clause.text(), time.start())) {
                discourse.status = Status.TARGET;
            }
        }
    }

    private static int firstFigure(Clause clause) {
        for (Token token : clause.tokens()) {
            if (token instanceof Token.Quantity) {
                return token.start();
            }
        }
        return Integer.MAX_VALUE;
    }

    private boolean isFuture(@Nullable Period period) {
        Integer now = discourse.page.dates().thisYear();
        return period != null && now != null && period.endYear() > now && period.startYear() >= now;
    }

    /** 统计局 of 据统计局统计. */
    private static String source(String words) {
        String name = words.strip();
        for (String verb :
                new String[] {"数据显示", "监测显示", "统计显示", "统计", "显示", "介绍", "测算", "数据", "消息", "了解", "透露", "报道"}) {
            if (name.endsWith(verb)) {
                return name.substring(0, name.length() - verb.length());
            }
        }
        return name;
    }

    private void speaker(Clause clause) {
        for (Token token : clause.tokens()) {
            if (token instanceof Token.Word word && word.is(Cue.SPEAK) && token.end() == clause.end()) {
                String name = Names.between(clause, clause.start(), token.start());
                discourse.speaker = name.isEmpty() || name.length() > 40 ? discourse.speaker : name;
            } else if (token instanceof Token.Word word
                    && word.is(Cue.SOURCE)
                    && token.start() <= clause.start() + 1
                    && firstFigure(clause) == Integer.MAX_VALUE) {
                String name = source(clause.text().substring(token.end(), clause.end()));
                discourse.speaker = name.isEmpty() || name.length() > 60 ? discourse.speaker : name;
            }
        }
    }
}
