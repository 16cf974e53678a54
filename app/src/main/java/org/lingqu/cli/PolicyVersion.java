package org.lingqu.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.pack.Policy;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Which version of a policy a command works on. */
final class PolicyVersion {

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "基准日，默认今天  the version in force on this day (default: today)")
    private @Nullable LocalDate day;

    @Option(
            names = "--version-of",
            paramLabel = "VERSION",
            description = "指定版本，不看基准日  this version instead of the one in force")
    private @Nullable String version;

    LocalDate day() {
        return day == null ? LocalDate.now(ZoneId.systemDefault()) : day;
    }

    /** @throws picocli.CommandLine.ParameterException if there is no such policy or version */
    Policy find(PolicyPack pack, String id, CommandSpec spec) {
        return PolicyFolder.find(pack, id, version, day(), spec);
    }
}
