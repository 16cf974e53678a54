package org.lingqu.cli;

import java.nio.file.Path;

/** Where the project lies; the starting script says so. */
final class Home {

    private Home() {}

    /** The folder, as seen from here, so that names that are printed stay short. */
    static Path path() {
        Path here = Path.of("").toAbsolutePath();
        Path home =
                Path.of(System.getProperty("lingqu.home", ".")).toAbsolutePath().normalize();
        return home.startsWith(here) ? here.relativize(home) : home;
    }

    /** Pages of the demonstration region. */
    static Path demoPages() {
        return path().resolve("regions/demo/pages").toAbsolutePath().normalize();
    }
}
