package org.lingqu.admin.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.audit.AuditEntry;
import org.lingqu.audit.AuditLog;
import org.lingqu.job.JobRun;
import org.lingqu.job.Jobs;
import org.lingqu.sheet.TableFile;
import org.lingqu.sheet.TableFiles;
import org.lingqu.ui.Download;
import org.lingqu.ui.NavEntry;
import org.lingqu.ui.Paging;
import org.lingqu.ui.Ui;
import org.lingqu.ui.Uis;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The record of who did what: read, checked and taken away, never changed. */
@Controller
final class AuditController {

    private static final int ENTRIES = 50;
    private static final List<Integer> WIDTHS = List.of(10, 20, 16, 14, 24, 14, 20, 50, 50, 68);

    private final AuditLog audit;
    private final Jobs jobs;
    private final Uis uis;
    private final Clock clock;

    AuditController(AuditLog audit, Jobs jobs, Uis uis, Clock clock) {
        this.audit = audit;
        this.jobs = jobs;
        this.uis = uis;
        this.clock = clock;
    }

    @Bean
    static NavEntry auditNav() {
        return new NavEntry(90, "admin.nav.audit", "/audit", List.of(Role.ADMINISTRATOR, Role.AUDITOR));
    }

    @Access({Role.ADMINISTRATOR, Role.AUDITOR})
    @GetMapping("/audit")
    ModelAndView list(@RequestParam Map<String, String> parameters, @RequestParam(defaultValue = "1") int page) {
        AuditQuery query = AuditQuery.of(parameters);
        Paging paging = Paging.of(page, ENTRIES, audit.count(query.filter()));
        var model = new HashMap<String, Object>();
        model.put("query", query);
        model.put("entries", audit.find(query.filter(), paging.offset(), ENTRIES));
        model.put("paging", paging);
        model.put("kinds", audit.subjectKinds());
        model.put("check", jobs.last(VerifyJob.NAME).orElse(null));
        return new ModelAndView("admin/audit.jte", model);
    }

    @Access({Role.ADMINISTRATOR, Role.AUDITOR})
    @PostMapping("/audit/verify")
    String verify(Actor actor) {
        JobRun run = jobs.start(actor, VerifyJob.NAME, VerifyJob.NAME, "");
        return "redirect:/jobs/" + run.id();
    }

    @Access({Role.ADMINISTRATOR, Role.AUDITOR})
    @GetMapping("/audit.csv")
    void csv(@RequestParam Map<String, String> parameters, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try (TableFile file = TableFiles.csv(begin(request, response, "csv"))) {
            write(parameters, uis.of(request), file);
        }
    }

    @Access({Role.ADMINISTRATOR, Role.AUDITOR})
    @GetMapping("/audit.xlsx")
    void excel(@RequestParam Map<String, String> parameters, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Ui ui = uis.of(request);
        try (TableFile file = TableFiles.excel(begin(request, response, "xlsx"), ui.say("admin.nav.audit"), WIDTHS)) {
            write(parameters, ui, file);
        }
    }

    private void write(Map<String, String> parameters, Ui ui, TableFile file) throws IOException {
        file.row(Stream.of("seq", "at", "who", "role", "action", "kind", "subject", "before", "after", "hash")
                .<@Nullable Object>map(column -> ui.say("audit.column." + column))
                .toList());
        audit.each(AuditQuery.of(parameters).filter(), entry -> row(ui, entry, file));
    }

    private static void row(Ui ui, AuditEntry entry, TableFile file) {
        try {
            file.row(Arrays.<@Nullable Object>asList(
                    BigDecimal.valueOf(entry.seq()),
                    ui.second(entry.at()),
                    entry.name(),
                    said(ui, "account.role.", entry.role()),
                    said(ui, "audit.action.", entry.action()),
                    said(ui, "audit.kind.", entry.subjectKind()),
                    entry.subject(),
                    entry.before(),
                    entry.after(),
                    entry.hash()));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // whoever asked has gone
        }
    }

    private static String said(Ui ui, String prefix, String name) {
        return ui.has(prefix + name) ? ui.say(prefix + name) : name;
    }

    private OutputStream begin(HttpServletRequest request, HttpServletResponse response, String ending)
            throws IOException {
        String name = uis.of(request).say("audit.file");
        return Download.begin(response, name + "-" + LocalDate.ofInstant(clock.instant(), Ui.ZONE) + "." + ending);
    }
}
