package org.lingqu;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The map of ARCHITECTURE.md, held against the compiled classes of every module this one sees. */
class ArchitectureTest {

    private static final String ENGINES = "org.lingqu.engine.text..";

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.lingqu");

    @Test
    void theRulesSeeTheHouse() {
        assertThat(HOUSE).hasSizeGreaterThan(50);
        assertThat(HOUSE.contain("org.lingqu.engine.text.PageReader")).isTrue();
        assertThat(HOUSE.contain("org.lingqu.cli.Lingqu")).isTrue();
    }

    @Test
    void enginesKnowNoFramework() {
        noClasses()
                .that()
                .resideInAPackage(ENGINES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "jakarta..",
                        "org.apache.spark..",
                        "java.sql..",
                        "picocli..",
                        "org.lingqu.cli..")
                .check(HOUSE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.lingqu.(*)..").should().beFreeOfCycles().check(HOUSE);
        slices().matching("org.lingqu.engine.(*.*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void onlyTheCommandLineTouchesTheConsole() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.lingqu.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(HOUSE);
    }

    @Test
    void noFieldThatOthersCanChange() {
        com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields()
                .that()
                .arePublic()
                .should()
                .beFinal()
                .check(HOUSE);
    }

    @Test
    void classesAreFinalOrMadeToBeExtended() {
        classes()
                .that()
                .resideInAPackage("org.lingqu..")
                .and()
                .resideOutsideOfPackage("org.lingqu.*.store.db..") // generated
                .and()
                .areTopLevelClasses()
                .and()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .haveModifier(JavaModifier.FINAL)
                .orShould()
                .haveModifier(JavaModifier.ABSTRACT)
                .check(HOUSE);
    }
}
