package org.lingqu.policy.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.lingqu.account.Access;
import org.lingqu.account.Role;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.policy.Board;
import org.lingqu.policy.Opportunities;
import org.lingqu.policy.Standing;
import org.lingqu.sheet.SafeCells;
import org.lingqu.ui.NotFound;
import org.lingqu.ui.Ui;
import org.lingqu.ui.Uis;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A call list as a workbook: all of it, in the order of the screen, with a message for each enterprise. */
@Controller
final class CallListExport {

    private static final int PART = 500;
    private static final int MOST = 20_000;

    private final PolicyController pages;
    private final Opportunities opportunities;
    private final Uis uis;

    CallListExport(PolicyController pages, Opportunities opportunities, Uis uis) {
        this.pages = pages;
        this.opportunities = opportunities;
        this.uis = uis;
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR})
    @GetMapping("/policies/{region}/{name}/enterprises.xlsx")
    void export(
            @PathVariable String region,
            @PathVariable String name,
            @RequestParam(defaultValue = "NEAR") String standing,
            @RequestParam(defaultValue = "") String criterion,
            @RequestParam(defaultValue = "false") boolean apply,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Board board = opportunities.board();
        Policy policy = board.policy(region + "/" + name).orElseThrow(NotFound::new);
        Standing chosen = PolicyController.standing(standing);
        long[] ids = board.enterprises(policy, chosen, criterion.isEmpty() ? null : criterion, apply);
        Ui ui = uis.of(request);
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename*=UTF-8''"
                        + URLEncoder.encode(
                                        policy.title() + "-" + ui.say("policy.standing", chosen) + "-" + board.asOf()
                                                + ".xlsx",
                                        StandardCharsets.UTF_8)
                                .replace("+", "%20"));
        try (var workbook = new Workbook(response.getOutputStream(), "Lingqu", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(ui.say("policy.standing", chosen));
            head(sheet, ui);
            List<Long> wanted = Arrays.stream(ids).limit(MOST).boxed().toList();
            int row = 1;
            for (int from = 0; from < wanted.size(); from += PART) {
                for (CallRow each :
                        pages.callRows(policy, wanted.subList(from, Math.min(from + PART, wanted.size())))) {
                    row(sheet, row++, each, board);
                }
            }
        }
    }

    private static void head(Worksheet sheet, Ui ui) {
        List<String> columns = List.of("name", "code", "park", "why", "step", "brings", "message");
        int[] widths = {32, 22, 18, 46, 46, 22, 80};
        for (int i = 0; i < columns.size(); i++) {
            sheet.value(0, i, ui.say("policy.column." + columns.get(i)));
            sheet.style(0, i).bold().fillColor("EEF3F4").set();
            sheet.width(i, widths[i]);
        }
        sheet.freezePane(1, 1);
    }

    private static void row(Worksheet sheet, int row, CallRow each, Board board) {
        String code = each.enterprise().code();
        String park = each.enterprise().park();
        List<String> cells = List.of(
                each.enterprise().name(),
                code == null ? "" : code,
                park == null ? "" : park,
                each.why(),
                each.answer().step(),
                each.brings(),
                each.message(board.asOf()));
        for (int i = 0; i < cells.size(); i++) {
            sheet.value(row, i, SafeCells.harmless(cells.get(i)));
            sheet.style(row, i).wrapText(i >= 3).verticalAlignment("top").set();
        }
    }
}
