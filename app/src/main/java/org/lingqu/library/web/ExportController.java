package org.lingqu.library.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.library.StatementFilter;
import org.lingqu.library.StatementQuery;
import org.lingqu.library.Statements;
import org.lingqu.sheet.TableFile;
import org.lingqu.sheet.TableFiles;
import org.lingqu.ui.Download;
import org.lingqu.ui.Ui;
import org.lingqu.ui.Uis;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The list of statements as a file: the filters, order, columns and units of the screen, all rows. */
@Controller
final class ExportController {

    private final Statements statements;
    private final Uis uis;
    private final Clock clock;

    ExportController(Statements statements, Uis uis, Clock clock) {
        this.statements = statements;
        this.uis = uis;
        this.clock = clock;
    }

    @Access(everybody = true)
    @GetMapping("/library/statements.csv")
    void csv(
            @RequestParam Map<String, String> address,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        try (TableFile file = TableFiles.csv(begin(request, response, "csv"))) {
            write(address, actor, request, file);
        }
    }

    @Access(everybody = true)
    @GetMapping("/library/statements.xlsx")
    void excel(
            @RequestParam Map<String, String> address,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String sheet = uis.of(request).say("evidence.export.sheet");
        try (TableFile file = TableFiles.excel(begin(request, response, "xlsx"), sheet, StatementExport.WIDTHS)) {
            write(address, actor, request, file);
        }
    }

    private void write(Map<String, String> address, Actor actor, HttpServletRequest request, TableFile file)
            throws IOException {
        StatementFilter filter =
                statements.understand(actor, new StatementQuery(address)).filter();
        var export = new StatementExport(
                new Shown(uis.of(request)),
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString());
        export.head(file);
        statements.each(actor, filter, found -> export.row(file, found));
    }

    private OutputStream begin(HttpServletRequest request, HttpServletResponse response, String ending)
            throws IOException {
        String name = uis.of(request).say("evidence.export.name");
        return Download.begin(response, name + "-" + LocalDate.ofInstant(clock.instant(), Ui.ZONE) + "." + ending);
    }
}
