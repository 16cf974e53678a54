package org.lingqu.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.registry.Parties;
import org.lingqu.registry.Party;
import org.lingqu.registry.PartyDeclaration;
import org.lingqu.registry.PartyFilter;
import org.lingqu.registry.PartyKind;
import org.lingqu.registry.PartyKinds;
import org.lingqu.registry.Places;
import org.lingqu.registry.Relations;
import org.lingqu.sheet.TableFile;
import org.lingqu.sheet.TableFiles;
import org.lingqu.ui.Download;
import org.lingqu.ui.Ui;
import org.lingqu.ui.Uis;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists of parties to take away as they are on the screen, and templates to fill. */
@Controller
final class PartyExports {

    private static final int PART = 500;
    private static final List<Integer> WIDTHS = List.of(36, 22, 16, 16, 14, 14, 36);

    private final Parties parties;
    private final PartyKinds kinds;
    private final Relations relations;
    private final Places places;
    private final Uis uis;

    PartyExports(Parties parties, PartyKinds kinds, Relations relations, Places places, Uis uis) {
        this.parties = parties;
        this.kinds = kinds;
        this.relations = relations;
        this.places = places;
        this.uis = uis;
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR})
    @GetMapping("/parties.xlsx")
    void excel(
            Actor actor,
            @RequestParam Map<String, String> query,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Ui ui = uis.of(request);
        PartyParameters parameters = PartyParameters.of(query);
        String title = ui.say("party.kind", parameters.kind());
        try (TableFile file = TableFiles.excel(Download.begin(response, title + ".xlsx"), title, WIDTHS)) {
            write(actor, parameters, ui, file);
        }
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR})
    @GetMapping("/parties.csv")
    void csv(
            Actor actor,
            @RequestParam Map<String, String> query,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Ui ui = uis.of(request);
        PartyParameters parameters = PartyParameters.of(query);
        try (TableFile file =
                TableFiles.csv(Download.begin(response, ui.say("party.kind", parameters.kind()) + ".csv"))) {
            write(actor, parameters, ui, file);
        }
    }

    private void write(Actor actor, PartyParameters parameters, Ui ui, TableFile file) throws IOException {
        PartyDeclaration declared = kinds.of(parameters.kind());
        var shown = new PartyShown(ui, declared, places);
        PartyFilter filter = parameters.filter(parties.today());
        parties.exported(actor, parameters.kind(), parties.count(actor, filter));
        file.row(head(shown));
        for (int from = 0; ; from += PART) {
            List<Party> part = parties.find(actor, filter, parameters.order(), from, PART);
            Map<Long, List<Relations.Seen>> related = declared.relations().isEmpty()
                    ? Map.of()
                    : relations.ofColumn(
                            actor,
                            declared.relations().getFirst(),
                            part.stream().map(Party::id).toList());
            for (Party each : part) {
                file.row(row(each, related.getOrDefault(each.id(), List.of()), shown));
            }
            if (part.size() < PART) {
                break;
            }
        }
    }

    private static List<@Nullable Object> head(PartyShown shown) {
        PartyDeclaration declared = shown.declared();
        var head = new ArrayList<@Nullable Object>();
        head.add(shown.ui().say("party.name"));
        if (declared.codeColumn().isPresent()) {
            head.add(shown.code());
        }
        head.add(shown.level());
        if (!declared.region().isEmpty()) {
            head.add(shown.ui().say("party.region"));
        }
        head.add(shown.begins());
        head.add(shown.ends());
        if (!declared.relations().isEmpty()) {
            head.add(shown.column(declared.relations().getFirst()));
        }
        return head;
    }

    private static List<@Nullable Object> row(Party party, List<Relations.Seen> related, PartyShown shown) {
        PartyDeclaration declared = shown.declared();
        var row = new ArrayList<@Nullable Object>();
        row.add(party.name());
        if (declared.codeColumn().isPresent()) {
            row.add(party.code());
        }
        row.add(party.level() == null ? null : shown.code(party.level()));
        if (!declared.region().isEmpty()) {
            row.add(party.regionCode() == null ? null : shown.region(party.regionCode()));
        }
        row.add(party.begins());
        row.add(party.ends());
        if (!declared.relations().isEmpty()) {
            row.add(String.join("、", related.stream().map(Relations.Seen::name).toList()));
        }
        return row;
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT})
    @GetMapping("/parties/template.xlsx")
    void template(@RequestParam(defaultValue = "PLATFORM") PartyKind kind, HttpServletResponse response)
            throws IOException {
        try (Workbook workbook =
                new Workbook(Download.begin(response, kind.chinese() + "名单模板.xlsx"), "Lingqu", "1.0")) {
            PartyTemplate.write(workbook, kinds.of(kind));
        }
    }
}
