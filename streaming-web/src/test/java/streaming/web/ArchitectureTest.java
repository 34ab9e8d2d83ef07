package streaming.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import java.time.Instant;

/** The house rules as far as the site goes: pages ask the features, and decide nothing. */
@AnalyzeClasses(packages = "streaming.web", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule pagesReachDataOnlyThroughFeatures = noClasses()
            .that()
            .resideOutsideOfPackage("streaming.web.health")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "jakarta.jms..", "jakarta.ejb..", "java.sql..");

    @ArchTest
    static final ArchRule onlyAdminPagesUsePrimeFaces = noClasses()
            .that()
            .resideOutsideOfPackage("streaming.web.admin")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.primefaces..");

    @ArchTest
    static final ArchRule viewersPagesAndAdminPagesDoNotMeet = noClasses()
            .that()
            .resideInAPackage("streaming.web.page")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("streaming.web.admin");

    @ArchTest
    static final ArchRule viewersNeedNoHttpSession = noClasses()
            .that()
            .doNotHaveSimpleName("SignOut") // ends an admin's
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.servlet.http.HttpSession");

    @ArchTest
    static final ArchRule injectedFieldsArePackagePrivate =
            fields().that().areAnnotatedWith(Inject.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses().should().callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule noStandardStreams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule noGenericExceptions = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
}
