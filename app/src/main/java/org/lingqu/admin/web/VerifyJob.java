package org.lingqu.admin.web;

import java.util.Optional;
import org.lingqu.audit.AuditFilter;
import org.lingqu.audit.AuditLog;
import org.lingqu.audit.AuditVerdict;
import org.lingqu.job.JobContext;
import org.lingqu.job.JobKind;
import org.lingqu.job.JobRun;
import org.springframework.stereotype.Component;

/** Recomputes every hash of the audit record; fails when an entry is not as it was written, and names it. */
@Component
final class VerifyJob implements JobKind {

    static final String NAME = "audit.verify";

    private final AuditLog audit;

    VerifyJob(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> address(JobRun run) {
        return Optional.of("/audit");
    }

    @Override
    public void run(JobContext context) {
        int all = audit.count(AuditFilter.ALL);
        AuditVerdict verdict = audit.verify(done -> context.step(done, Math.max(all, done), ""));
        switch (verdict) {
            case AuditVerdict.Intact intact -> context.say("完整：" + intact.entries() + " 条，最后一条的校验值 " + intact.head());
            case AuditVerdict.Broken broken ->
                throw new IllegalStateException("第 " + broken.seq() + " 条不是当初写下的样子（" + broken.reason() + "）");
        }
    }
}
