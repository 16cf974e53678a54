package org.lingqu.policy.question;

import java.math.BigDecimal;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.registry.FactYear;

/** What is asked for. */
public sealed interface Asked {

    /**
     * A value of a fact.
     *
     * @param key with the calendar year of a yearly fact
     */
    record OfFact(Fact fact, FactYear key) implements Asked {
        @Override
        public String name() {
            return key.toString();
        }

        @Override
        public String field() {
            return fieldOf(key);
        }
    }

    /** Whether a title is held, and for how long. That a firm says so of itself waits for an office (docs/adr/0036). */
    record OfTitle(String title) implements Asked {
        @Override
        public String name() {
            return title;
        }

        @Override
        public String field() {
            return fieldOf(title);
        }
    }

    /**
     * A question of a policy that only people can answer.
     *
     * @param policy {@code cn/high-tech}
     * @param title of the policy
     * @param item {@code cn/high-tech#field}
     * @param question in the words of the policy's file
     */
    record OfItem(String policy, String title, String item, String question) implements Asked {
        @Override
        public String name() {
            return question;
        }

        @Override
        public String field() {
            return "item." + item;
        }
    }

    /**
     * Points that only experts can give.
     *
     * @param policy {@code cn/high-tech}
     * @param title of the policy
     * @param label the line of the score table
     * @param least points, inclusive, as {@code most}
     */
    record OfPoints(String policy, String title, String item, String label, BigDecimal least, BigDecimal most)
            implements Asked {
        @Override
        public String name() {
            return label;
        }

        @Override
        public String field() {
            return "points." + item;
        }
    }

    /** The field of a value, whether it is asked for or said. */
    static String fieldOf(FactYear key) {
        return "fact." + key.fact() + (key.isYearly() ? "." + key.year() : "");
    }

    /** The field of a title. */
    static String fieldOf(String title) {
        return "title." + title;
    }

    /** Whether an enterprise can supply it itself. */
    default boolean isForFirm() {
        return switch (this) {
            case OfFact of -> of.fact().suppliers().contains(Supplier.FIRM);
            case OfTitle ignored -> true;
            case OfItem ignored -> false;
            case OfPoints ignored -> false;
        };
    }

    /** For a reader, in Chinese. */
    String name();

    /** Name of its field in forms; no other thing has it. */
    String field();
}
