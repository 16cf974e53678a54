package org.lingqu.registry.web;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.registry.FactWords;
import org.lingqu.registry.FirmFile;
import org.lingqu.registry.Holding;
import org.lingqu.registry.Party;
import org.lingqu.registry.PartyDeclaration;
import org.lingqu.registry.PartyKind;
import org.lingqu.registry.PartyOrder;
import org.lingqu.registry.Places;
import org.lingqu.registry.RelationColumn;
import org.lingqu.registry.Relations;
import org.lingqu.ui.Ui;

/** Parties as pages and exports show them: values with their unit, places by name, levels in the reader's language. */
public record PartyShown(Ui ui, PartyDeclaration declared, Places places) {

    /** How many names stand in a cell of a list; the page of the record has all. */
    private static final int NAMES = 2;

    /** What is held, in the dictionary's order; what the dictionary has lost since comes last. */
    public List<Holding> inOrder(FirmFile file) {
        List<String> order = List.copyOf(declared.facts().names());
        return file.holdings().values().stream()
                .sorted(Comparator.comparingInt(held -> {
                    int place = order.indexOf(held.of().fact());
                    return place < 0 ? order.size() : place;
                }))
                .toList();
    }

    /** A value of a fact. */
    public String value(String fact, FactValue value) {
        if (fact.equals(declared.region())) {
            return places.named(FactWords.of(value));
        }
        return value instanceof FactValue.Code(String code)
                ? code(code)
                : new Shown(ui, declared.facts(), places).value(fact, value);
    }

    /** A code of a dictionary; as it is where nobody has said it in the reader's language. */
    public String code(@Nullable String code) {
        return code == null ? "–" : ui.has("party.code." + code) ? ui.say("party.code." + code) : code;
    }

    /** A fact's name in the reader's language. */
    public String name(String fact) {
        return new Shown(ui, declared.facts(), places).name(fact);
    }

    /** How the credit code, or the number of a kind that is numbered, is called. */
    public String code() {
        return ui.say(declared.isNumbered() ? "party.number" : "registry.code");
    }

    /** How the first day is called. */
    public String begins() {
        return declared.isNumbered() && !declared.begins().isEmpty() ? name(declared.begins()) : ui.say("party.begins");
    }

    /** How the last day is called. */
    public String ends() {
        return declared.isNumbered() && !declared.ends().isEmpty() ? name(declared.ends()) : ui.say("party.ends");
    }

    /** How an order is called; what is numbered has classes, of which none is higher. */
    public String order(PartyOrder order) {
        return declared.isNumbered() && order == PartyOrder.LEVEL
                ? ui.say("party.sort.CLASS")
                : ui.say("party.sort", order);
    }

    /** The last day; what was never begun does not last. */
    public String ends(Party party) {
        return party.ends() != null
                ? ui.day(party.ends())
                : declared.isNumbered() && party.begins() == null ? "–" : ui.say("party.lasts");
    }

    /** A place; a dash where none is held. */
    public String region(@Nullable String code) {
        return code == null ? "–" : places.named(code);
    }

    /** How the level of this kind is called. */
    public String level() {
        return declared.level().isEmpty() ? ui.say("party.level") : name(declared.level());
    }

    /** How a column of relations is called. */
    public String column(RelationColumn column) {
        return ui.has("party.column." + column.column()) ? ui.say("party.column." + column.column()) : column.column();
    }

    /** As what somebody stands to another; empty where there is nothing to say. */
    public String title(String title) {
        return title.isEmpty() || !ui.has("party.column." + title) ? title : ui.say("party.column." + title);
    }

    /** The first of several names, and how many more there are; a dash where there is none. */
    public String names(List<Relations.Seen> seen) {
        if (seen.isEmpty()) {
            return "–";
        }
        String first = String.join(
                "、", seen.stream().limit(NAMES).map(Relations.Seen::name).toList());
        return seen.size() <= NAMES ? first : ui.say("party.and-more", first, ui.count(seen.size()));
    }

    /** What one of a kind is called. */
    public String kind(PartyKind kind) {
        return ui.say("party.kind", kind);
    }
}
