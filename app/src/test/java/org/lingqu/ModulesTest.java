package org.lingqu;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The modules use what they say they use, and nothing of another module that is hidden. */
class ModulesTest {

    private static final ApplicationModules MODULES =
            ApplicationModules.of(LingquApplication.class, resideInAnyPackage("org.lingqu.engine.."));

    @Test
    void theModulesAreThere() {
        assertThat(MODULES.stream().map(ApplicationModule::getIdentifier).map(Object::toString))
                .contains(
                        "account", "audit", "database", "job", "ladder", "library", "pack", "policy", "registry", "ui");
    }

    @Test
    void modulesKeepTheirBounds() {
        MODULES.verify();
    }
}
