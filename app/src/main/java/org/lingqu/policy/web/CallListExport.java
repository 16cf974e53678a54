package org.lingqu.policy.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Access;
import org.lingqu.account.Role;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.policy.Board;
import org.lingqu.policy.CallRow;
import org.lingqu.policy.Opportunities;
import org.lingqu.policy.Standing;
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

/** A call list as a workbook: all of it, in the order of the screen, with a message for each enterprise. */
@Controller
final class CallListExport {

    private static final List<String> COLUMNS = List.of("name", "code", "park", "why", "step", "brings", "message");
    private static final List<Integer> WIDTHS = List.of(32, 22, 18, 46, 46, 22, 80);
    private static final int PART = 500;
    private static final int MOST = 20_000;

    private final Opportunities opportunities;
    private final Uis uis;

    CallListExport(Opportunities opportunities, Uis uis) {
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
            @RequestParam(defaultValue = "") String falls,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Board board = opportunities.board();
        Policy policy = board.policy(region + "/" + name).orElseThrow(NotFound::new);
        Standing chosen = PolicyController.standing(standing);
        long[] ids = PolicyController.ids(board, policy, chosen, criterion, apply, falls);
        Ui ui = uis.of(request);
        String said = ui.say("policy.standing", chosen);
        var out = Download.begin(response, policy.title() + "-" + said + "-" + board.asOf() + ".xlsx");
        try (TableFile file = TableFiles.excel(out, said, WIDTHS)) {
            file.row(COLUMNS.stream()
                    .<@Nullable Object>map(column -> ui.say("policy.column." + column))
                    .toList());
            List<Long> wanted = Arrays.stream(ids).limit(MOST).boxed().toList();
            for (int from = 0; from < wanted.size(); from += PART) {
                for (CallRow each :
                        opportunities.calls(policy, wanted.subList(from, Math.min(from + PART, wanted.size())))) {
                    file.row(row(each, board));
                }
            }
        }
    }

    private static List<@Nullable Object> row(CallRow each, Board board) {
        return Arrays.asList(
                each.enterprise().name(),
                each.enterprise().code(),
                each.enterprise().park(),
                each.why(),
                each.step(),
                each.brings(),
                each.message(board.asOf()));
    }
}
