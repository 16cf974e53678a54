package org.lingqu.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.pack.InstalledPack;
import org.lingqu.registry.Contacts;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.EnterpriseFilter;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.FirmFile;
import org.lingqu.registry.FirmListImport;
import org.lingqu.registry.FirmLists;
import org.lingqu.registry.FirstContacts;
import org.lingqu.registry.Places;
import org.lingqu.sheet.SafeCells;
import org.lingqu.sheet.TableFile;
import org.lingqu.sheet.TableFiles;
import org.lingqu.ui.Download;
import org.lingqu.ui.NotFound;
import org.lingqu.ui.Ui;
import org.lingqu.ui.Uis;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Workbooks to take away: the list as it is on the screen, a template to fill, the rows of an import with what became of each. */
@Controller
final class RegistryExports {

    private static final int PART = 2000;

    private final Enterprises enterprises;
    private final FirmLists lists;
    private final InstalledPack installed;
    private final Places places;
    private final Contacts contacts;
    private final Uis uis;

    RegistryExports(
            Enterprises enterprises,
            FirmLists lists,
            InstalledPack installed,
            Places places,
            Contacts contacts,
            Uis uis) {
        this.contacts = contacts;
        this.enterprises = enterprises;
        this.lists = lists;
        this.installed = installed;
        this.places = places;
        this.uis = uis;
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR, Role.ENTERPRISE})
    @GetMapping("/enterprises.xlsx")
    void list(
            Actor actor,
            @RequestParam MultiValueMap<String, String> query,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Ui ui = uis.of(request);
        EnterpriseParameters parameters = EnterpriseParameters.of(query.toSingleValueMap());
        ListColumns columns = ListColumns.of(actor, query, installed, enterprises.today());
        EnterpriseFilter filter = parameters.filter(enterprises.today());
        var shown = new Shown(ui, installed.facts(), places);
        String title = ui.say("registry.nav");
        try (TableFile file = TableFiles.excel(Download.begin(response, title + ".xlsx"), title, widths(columns))) {
            file.row(head(columns, shown));
            for (int from = 0; ; from += PART) {
                List<Enterprise> part = enterprises.find(actor, filter, parameters.order(), from, PART);
                Map<Long, FirmFile> files = columns.asksFiles()
                        ? enterprises.files(part.stream().map(Enterprise::id).toList())
                        : Map.of();
                FirstContacts called = columns.asksContacts()
                        ? contacts.first(
                                actor, part.stream().map(Enterprise::id).toList())
                        : FirstContacts.NONE;
                for (Enterprise each : part) {
                    file.row(row(each, files.get(each.id()), columns, called, shown));
                }
                if (part.size() < PART) {
                    break;
                }
            }
        }
    }

    private static List<Integer> widths(ListColumns columns) {
        var widths = new ArrayList<>(List.of(36, 22));
        columns.chosen().forEach(column -> widths.add(18));
        columns.facts().forEach(fact -> widths.add(20));
        columns.titles().forEach(title -> widths.add(20));
        return widths;
    }

    /** Name and code, then what the screen shows, in its order. */
    private static List<@Nullable Object> head(ListColumns columns, Shown shown) {
        var head = new ArrayList<@Nullable Object>();
        head.add(shown.ui().say("registry.name"));
        head.add(shown.ui().say("registry.code"));
        columns.chosen().forEach(column -> head.add(columns.head(column, shown)));
        columns.facts().forEach(fact -> head.add(ListColumns.head(fact, shown)));
        columns.titles().forEach(title -> head.add(title.head()));
        return head;
    }

    private static List<@Nullable Object> row(
            Enterprise e, @Nullable FirmFile file, ListColumns columns, FirstContacts contacts, Shown shown) {
        var row = new ArrayList<@Nullable Object>();
        row.add(e.name());
        row.add(e.code());
        columns.chosen().forEach(column -> row.add(ListColumns.exported(column, e, contacts, shown)));
        columns.facts().forEach(fact -> row.add(ListColumns.exported(fact, file, shown)));
        columns.titles().forEach(title -> row.add(title.value(file, shown)));
        return row;
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.ENTERPRISE})
    @GetMapping("/enterprises/template.xlsx")
    void template(@RequestParam(defaultValue = "") List<String> policy, HttpServletResponse response)
            throws IOException {
        try (Workbook workbook = new Workbook(Download.begin(response, "企业数据模板.xlsx"), "Lingqu", "1.0")) {
            new ListTemplate(installed, enterprises.today()).write(workbook, policy);
        }
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @GetMapping("/enterprises/import/{id}/report.xlsx")
    void report(@PathVariable long id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        FirmListImport list = lists.byId(id)
                .filter(each -> Files.exists(lists.file(each))) // one that held numbers of persons was not kept
                .orElseThrow(NotFound::new);
        Ui ui = uis.of(request);
        try (OutputStream out = Download.begin(response, list.title().replaceFirst("\\.[^.]*$", "") + "-逐行结果.xlsx")) {
            new ListReport(ui, lists).write(list, out);
        }
    }

    static void head(Worksheet sheet, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            words(sheet, 0, i, texts.get(i));
            sheet.style(0, i).bold().fillColor("EEF3F4").wrapText(true).set();
            sheet.width(i, Math.max(12, Math.min(36, texts.get(i).length() * 2 + 2)));
        }
        sheet.freezePane(1, 1);
    }

    static void words(Worksheet sheet, int row, int column, String text) {
        sheet.value(row, column, SafeCells.harmless(text));
    }
}
