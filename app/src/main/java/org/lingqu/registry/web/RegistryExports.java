package org.lingqu.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.pack.InstalledPack;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.EnterpriseFilter;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.FirmListImport;
import org.lingqu.registry.FirmLists;
import org.lingqu.registry.Places;
import org.lingqu.sheet.SafeCells;
import org.lingqu.sheet.TableFile;
import org.lingqu.sheet.TableFiles;
import org.lingqu.ui.Download;
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

    private static final List<Integer> WIDTHS = List.of(36, 22, 18, 24, 12, 10, 14, 18, 18, 12, 10);
    private static final int PART = 2000;

    private final Enterprises enterprises;
    private final FirmLists lists;
    private final InstalledPack installed;
    private final Places places;
    private final Uis uis;

    RegistryExports(Enterprises enterprises, FirmLists lists, InstalledPack installed, Places places, Uis uis) {
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
            @RequestParam Map<String, String> query,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Ui ui = uis.of(request);
        EnterpriseParameters parameters = EnterpriseParameters.of(query);
        EnterpriseFilter filter = parameters.filter(enterprises.today());
        var shown = new Shown(ui, installed.facts(), places);
        String title = ui.say("registry.nav");
        try (TableFile file = TableFiles.excel(Download.begin(response, title + ".xlsx"), title, WIDTHS)) {
            file.row(head(ui));
            for (int from = 0; ; from += PART) {
                List<Enterprise> part = enterprises.find(actor, filter, parameters.order(), from, PART);
                for (Enterprise each : part) {
                    file.row(row(each, shown));
                }
                if (part.size() < PART) {
                    break;
                }
            }
        }
    }

    private static List<@Nullable Object> head(Ui ui) {
        String yuan = "（" + ui.say("registry.unit.yuan") + "）";
        return List.of(
                ui.say("registry.name"),
                ui.say("registry.code"),
                ui.say("registry.filter.region"),
                ui.say("registry.filter.park"),
                ui.say("registry.filter.industry"),
                ui.say("registry.filter.size"),
                ui.say("registry.founded"),
                ui.say("registry.revenue") + yuan,
                ui.say("registry.rd") + yuan,
                ui.say("registry.staff"),
                ui.say("registry.year"));
    }

    private static List<@Nullable Object> row(Enterprise e, Shown shown) {
        return Arrays.asList(
                e.name(),
                e.code(),
                e.regionCode() == null ? null : shown.region(e.regionCode()),
                e.park(),
                e.industryCode(),
                e.sizeClass() == null ? null : shown.ui().say("registry.size." + e.sizeClass()),
                e.foundedOn(),
                decimal(e.revenue()),
                decimal(e.rdCosts()),
                decimal(e.staff()),
                decimal(e.figuresYear()));
    }

    private static @Nullable BigDecimal decimal(@Nullable Number number) {
        return number == null ? null : new BigDecimal(number.toString());
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
        FirmListImport list = lists.byId(id).orElseThrow(NotFound::new);
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
