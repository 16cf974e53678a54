package org.lingqu.engine.policy.check;

import org.lingqu.engine.policy.Phrase;

/**
 * What a number is a number of.
 *
 * @param money the power of 元: 1 for money, 0 for a ratio of money to money
 * @param thing what is counted (人, 件); empty for pure numbers and wherever things have mixed
 */
record Unit(int money, String thing) {

    static final Unit PLAIN = new Unit(0, "");
    static final Unit MONEY = new Unit(1, "");

    static Unit of(String thing) {
        return new Unit(0, thing);
    }

    Unit times(Unit other) {
        return new Unit(money + other.money, thing.isEmpty() ? other.thing : other.thing.isEmpty() ? thing : "");
    }

    Unit per(Unit other) {
        return new Unit(money - other.money, thing.equals(other.thing) || !other.thing.isEmpty() ? "" : thing);
    }

    /** Whether values of both may be added and compared. A bare number may stand for a count of anything. */
    boolean fits(Unit other) {
        return money == other.money && (thing.isEmpty() || other.thing.isEmpty() || thing.equals(other.thing));
    }

    /** The unit of a sum of both. */
    Unit with(Unit other) {
        return thing.isEmpty() ? other : this;
    }

    /** For messages. */
    Phrase says() {
        return switch (money) {
            case 0 ->
                thing.isEmpty()
                        ? new Phrase("不带单位的数", "a pure number")
                        : Phrase.of("以「{0}」计的数量", "a count of \"{0}\"", thing);
            case 1 -> new Phrase("金额", "money");
            default -> Phrase.of("元的 {0} 次方", "元 to the power {0}", money);
        };
    }
}
