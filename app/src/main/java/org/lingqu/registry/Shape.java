package org.lingqu.registry;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingqu.database.Sha256;
import org.lingqu.engine.policy.fact.FactRef;

/**
 * Of what the rows of a list speak, in the order of its columns: kept once, so that a row need not name its facts again. Known by its
 * content, so that the same columns are the same shape in every list.
 */
public final class Shape {

    /** What stands in one place of a row. */
    public sealed interface Slot {
        /** A value of a fact. */
        record Value(FactYear key) implements Slot {}

        /** When a title is held. */
        record Title(String title) implements Slot {}

        /** What people confirmed. */
        record Answer(String item) implements Slot {}

        /** Points of experts. */
        record Points(String item) implements Slot {}
    }

    private final List<Slot> slots;
    private final String text;
    private final long id;

    private Shape(List<Slot> slots) {
        this.slots = List.copyOf(slots);
        this.text = String.join("\n", slots.stream().map(Shape::line).toList());
        this.id = Long.parseUnsignedLong(
                Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, 16), 16);
    }

    /** Of the columns of a list. */
    static Shape of(List<ColumnMeaning> meanings) {
        var slots = new ArrayList<Slot>();
        for (ColumnMeaning meaning : meanings) {
            Slot slot = slot(meaning);
            if (slot != null && !slots.contains(slot)) {
                slots.add(slot);
            }
        }
        return new Shape(slots);
    }

    static @Nullable Slot slot(ColumnMeaning meaning) {
        return switch (meaning) {
            case ColumnMeaning.FactColumn fact ->
                new Slot.Value(new FactYear(fact.fact().name(), fact.year()));
            case ColumnMeaning.TitleColumn title -> new Slot.Title(title.title());
            case ColumnMeaning.AnswerColumn answer -> new Slot.Answer(answer.item());
            case ColumnMeaning.PointsColumn points -> new Slot.Points(points.item());
            case ColumnMeaning.FirmName ignored -> null;
            case ColumnMeaning.FirmCode ignored -> null;
            case ColumnMeaning.Ignored ignored -> null;
            case ColumnMeaning.Unclear ignored -> null;
        };
    }

    /**
     * As it was kept.
     *
     * @throws IllegalStateException where the text is not what {@link #text} gave
     */
    public static Shape read(String text) {
        return new Shape(
                text.isEmpty() ? List.of() : text.lines().map(Shape::slot).toList());
    }

    private static String line(Slot slot) {
        return switch (slot) {
            case Slot.Value(FactYear key) ->
                "v" + (key.isYearly() ? Integer.toString(key.year()) : "") + " " + key.fact();
            case Slot.Title(String title) -> "t " + title;
            case Slot.Answer(String item) -> "a " + item;
            case Slot.Points(String item) -> "p " + item;
        };
    }

    private static Slot slot(String line) {
        int space = line.indexOf(' ');
        String name = line.substring(space + 1);
        return switch (line.charAt(0)) {
            case 'v' ->
                new Slot.Value(
                        new FactYear(name, space == 1 ? FactRef.NO_YEAR : Integer.parseInt(line.substring(1, space))));
            case 't' -> new Slot.Title(name);
            case 'a' -> new Slot.Answer(name);
            case 'p' -> new Slot.Points(name);
            default -> throw new IllegalStateException("no place of a row is written " + line);
        };
    }

    /** The beginning of the hash of its text. */
    public long id() {
        return id;
    }

    /** What stands in the places of a row. */
    public List<Slot> slots() {
        return slots;
    }

    /** As it is kept. */
    public String text() {
        return text;
    }

    /** Where each of its slots stands. */
    Map<Slot, Integer> places() {
        var places = new HashMap<Slot, Integer>();
        for (int place = 0; place < slots.size(); place++) {
            places.put(slots.get(place), place);
        }
        return places;
    }
}
