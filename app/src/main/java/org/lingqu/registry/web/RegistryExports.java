package org.lingqu.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.pack.InstalledPack;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.EnterpriseFilter;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.FirmListImport;
import org.lingqu.registry.FirmLists;
import org.lingqu.sheet.SafeCells;
import org.lingqu.ui.NotFound;
import org.lingqu.ui.Ui;
import org.lingqu.ui.Uis;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Workbooks to take away: the list as it is on the screen, a template to fill, the rows of an import with what became of each. */
@Controller
final class RegistryExports {

    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int EXCEL_ROWS = 1_048_575; // one is the header
    private static final int PART = 2000;

    private final Enterprises enterprises;
    private final FirmLists lists;
    private final InstalledPack installed;
    private final Uis uis;

    RegistryExports(Enterprises enterprises, FirmLists lists, InstalledPack installed, Uis uis) {
        this.enterprises = enterprises;
        this.lists = lists;
        this.installed = installed;
        this.uis = uis;
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR, Role.ENTERPRISE})
    @GetMapping("/enterprises.xlsx")
    void list(
            Actor actor,
            @RequestParam Map<String, String> query,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Ui ui = uis.of(request);
        EnterpriseParameters parameters = EnterpriseParameters.of(query);
        EnterpriseFilter filter = parameters.filter(enterprises.today());
        var shown = new Shown(ui, installed.facts());
        try (Workbook workbook = begin(response, "enterprises.xlsx")) {
            Worksheet sheet = workbook.newWorksheet(ui.say("registry.nav"));
            head(
                    sheet,
                    List.of(
                            ui.say("registry.name"),
                            ui.say("registry.code"),
                            ui.say("registry.filter.region"),
                            ui.say("registry.filter.park"),
                            ui.say("registry.filter.industry"),
                            ui.say("registry.filter.size"),
                            ui.say("registry.founded"),
                            ui.say("registry.revenue") + "（" + ui.say("registry.unit.yuan") + "）",
                            ui.say("registry.rd") + "（" + ui.say("registry.unit.yuan") + "）",
                            ui.say("registry.staff"),
                            ui.say("registry.year")));
            int row = 1;
            for (int from = 0; row <= EXCEL_ROWS; from += PART) {
                List<Enterprise> part = enterprises.find(actor, filter, parameters.order(), from, PART);
                for (Enterprise each : part) {
                    row(sheet, row++, each, shown);
                }
                if (part.size() < PART) {
                    break;
                }
                sheet.flush();
            }
        }
    }

    private static void row(Worksheet sheet, int row, Enterprise e, Shown shown) {
        words(sheet, row, 0, e.name());
        words(sheet, row, 1, e.code() == null ? "" : e.code());
        words(sheet, row, 2, e.regionCode() == null ? "" : shown.region(e.regionCode()));
        words(sheet, row, 3, e.park() == null ? "" : e.park());
        words(sheet, row, 4, e.industryCode() == null ? "" : e.industryCode());
        words(sheet, row, 5, e.sizeClass() == null ? "" : shown.ui().say("registry.size." + e.sizeClass()));
        words(sheet, row, 6, e.foundedOn() == null ? "" : e.foundedOn().toString());
        number(sheet, row, 7, e.revenue());
        number(sheet, row, 8, e.rdCosts());
        number(sheet, row, 9, e.staff());
        number(sheet, row, 10, e.figuresYear());
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.ENTERPRISE})
    @GetMapping("/enterprises/template.xlsx")
    void template(@RequestParam(defaultValue = "") List<String> policy, HttpServletResponse response)
            throws IOException {
        try (Workbook workbook = begin(response, "企业数据模板.xlsx")) {
            new ListTemplate(installed, enterprises.today()).write(workbook, policy);
        }
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @GetMapping("/enterprises/import/{id}/report.xlsx")
    void report(@PathVariable long id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        FirmListImport list = lists.byId(id).orElseThrow(NotFound::new);
        Ui ui = uis.of(request);
        try (OutputStream out = download(response, list.title().replaceFirst("\\.[^.]*$", "") + "-逐行结果.xlsx")) {
            new ListReport(ui, lists).write(list, out);
        }
    }

    private static Workbook begin(HttpServletResponse response, String name) throws IOException {
        return new Workbook(download(response, name), "Lingqu", "1.0");
    }

    private static OutputStream download(HttpServletResponse response, String name) throws IOException {
        response.setContentType(EXCEL);
        response.setHeader(
                "Content-Disposition",
                "attachment; filename*=UTF-8''"
                        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
        return response.getOutputStream();
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

    private static void number(Worksheet sheet, int row, int column, @org.jspecify.annotations.Nullable Number number) {
        if (number != null) {
            sheet.value(row, column, number);
            sheet.style(row, column).format("#,##0.##").set();
        }
    }
}
