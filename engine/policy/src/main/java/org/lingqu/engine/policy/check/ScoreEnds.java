package org.lingqu.engine.policy.check;

import java.math.BigDecimal;
import org.lingqu.engine.policy.rule.RangeTerm;

/** The least and the most that a score table can give to anybody. */
final class ScoreEnds {

    private ScoreEnds() {}

    static BigDecimal least(RangeTerm range) {
        return switch (range) {
            case RangeTerm.Points points -> points.least();
            case RangeTerm.Judgement judgement -> judgement.least();
            case RangeTerm.Sum sum ->
                sum.parts().stream().map(ScoreEnds::least).reduce(BigDecimal.ZERO, BigDecimal::add);
            case RangeTerm.Best best ->
                best.parts().stream()
                        .map(ScoreEnds::least)
                        .reduce(BigDecimal::max)
                        .orElseThrow();
            case RangeTerm.Cap cap -> least(cap.part()).min(cap.most());
        };
    }

    static BigDecimal most(RangeTerm range) {
        return switch (range) {
            case RangeTerm.Points points -> points.most();
            case RangeTerm.Judgement judgement -> judgement.most();
            case RangeTerm.Sum sum ->
                sum.parts().stream().map(ScoreEnds::most).reduce(BigDecimal.ZERO, BigDecimal::add);
            case RangeTerm.Best best ->
                best.parts().stream()
                        .map(ScoreEnds::most)
                        .reduce(BigDecimal::max)
                        .orElseThrow();
            case RangeTerm.Cap cap -> most(cap.part()).min(cap.most());
        };
    }
}
