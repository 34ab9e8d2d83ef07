package streaming;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import streaming.shared.Problem;

/** The house rules of docs/architecture.md, held by the build. */
@AnalyzeClasses(packages = "streaming", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule featuresFormNoCycle =
            slices().matching("streaming.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule sharedKnowsNoFeature = noClasses()
            .that()
            .resideInAPackage("streaming.shared")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "streaming.account",
                    "streaming.channel",
                    "streaming.broadcast",
                    "streaming.ingest",
                    "streaming.chat",
                    "streaming.audience",
                    "streaming.moderation",
                    "streaming.event");

    @ArchTest
    static final ArchRule onlyResourcesSpeakHttp = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Resource")
            .and()
            .resideOutsideOfPackages("streaming.shared", "streaming.doctor") // who asks nodes what anybody could
            .and()
            .haveSimpleNameNotStartingWith("IngestNode") // the client of nginx-rtmp
            .and()
            .doNotHaveSimpleName("Reconciler")
            .and()
            .doNotHaveSimpleName("RtmpStat")
            .and()
            .haveSimpleNameNotStartingWith("ImageLimit") // speaks before a form is read
            .and()
            .doNotHaveSimpleName("ImageBodies") // what three resources of images share
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..");

    @ArchTest
    static final ArchRule onlyChannelEventsSpeaksJms = noClasses()
            .that()
            .doNotHaveSimpleName("ChannelEvents")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.jms..");

    @ArchTest
    static final ArchRule onlyServicesHoldTheEntityManager = fields().that()
            .haveRawType(EntityManager.class)
            .should()
            .beDeclaredInClassesThat()
            .areAnnotatedWith(Stateless.class);

    @ArchTest
    static final ArchRule entitiesHaveNoSetters = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveNameMatching("set[A-Z].*");

    @ArchTest
    static final ArchRule jsonIsARecord =
            classes().that().haveSimpleNameEndingWith("Json").should().beRecords();

    @ArchTest
    static final ArchRule injectedFieldsArePackagePrivate = fields().that()
            .areAnnotatedWith(Inject.class)
            .or()
            .areAnnotatedWith(EJB.class)
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule problemsAreFinal = classes()
            .that()
            .areAssignableTo(Problem.class)
            .and()
            .doNotBelongToAnyOf(Problem.class)
            .should()
            .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL);

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .that()
            .doNotHaveSimpleName("ServerClock")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule beansThatTheContainerCallsByProxyShowOnlyPublicMethods = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Stateless.class)
            .or()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Singleton.class)
            .and()
            .areNotPrivate()
            .and()
            .areNotStatic()
            .and()
            .areNotAnnotatedWith(jakarta.annotation.PostConstruct.class)
            .and()
            .areNotAnnotatedWith(jakarta.annotation.PreDestroy.class)
            .and()
            .areNotAnnotatedWith(jakarta.ejb.Schedule.class)
            .and()
            .haveNameNotMatching("lambda.*")
            .should()
            .bePublic();

    @ArchTest
    static final ArchRule namesSayWhat = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Utils?|DTO|Dto|DAO|Dao|Facade)$")
            .orShould()
            .resideInAnyPackage("..util..", "..common..", "..impl..", "..dto..", "..dao..");

    @ArchTest
    static final ArchRule onlyCommandLinesUseStandardStreams =
            noClasses().that().resideOutsideOfPackage("streaming.db").should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule noGenericExceptions = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
}
