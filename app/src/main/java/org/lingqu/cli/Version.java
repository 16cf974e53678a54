package org.lingqu.cli;

import picocli.CommandLine.IVersionProvider;

/** The version as the build wrote it into the jar. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"Lingqu 灵渠 " + (version == null ? "(unpackaged)" : version), "Java " + Runtime.version()};
    }
}
