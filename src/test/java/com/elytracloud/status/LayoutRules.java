package com.elytracloud.status;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** Who may see whom, below any root: the product's, or that of the fixtures which break each rule. */
final class LayoutRules {
    private static final Set<String> CORE = Set.of("domain", "contract", "run", "config");

    /**
     * Each package and which of ours it sees besides itself. A new package gets its row here, and nothing else; once
     * it has classes, also its name in {@code LayoutTest.STANDING}.
     */
    static final Map<String, Set<String>> SEES = Map.ofEntries(
            Map.entry("domain", Set.of()),
            Map.entry("assess", Set.of("domain")),
            Map.entry("contract", Set.of("domain")), // more than its enums from StatusDocuments only: a rule of its own
            Map.entry("run", Set.of("domain", "assess", "contract")),
            Map.entry("config", Set.of("domain", "assess", "run")),
            // Of the settings only what every client shares: the trusted authorities.
            Map.entry("http", Set.of("domain", "run", "config")),
            Map.entry("kuma", Set.of("domain", "contract", "run", "config", "http")),
            Map.entry("betterstack", Set.of("domain", "contract", "run", "config", "http")),
            // Of http only what the causes of a failure mean.
            Map.entry("objectstore", Set.of("domain", "contract", "run", "config", "http")),
            // The tally of a listing is judgement, but must go along with the pages as they come.
            Map.entry("backup", Set.of("domain", "contract", "run", "config", "objectstore", "assess")),
            Map.entry("site", CORE),
            Map.entry("guard", CORE),
            Map.entry("alert", Set.of("domain", "contract", "run", "config", "http")),
            Map.entry("watch", Set.of("domain", "contract", "run", "config", "http")),
            Map.entry("publish", Set.of("domain", "contract", "run", "config", "objectstore")),
            // The state is stored next to the site unless it is told otherwise, and in the same way.
            Map.entry("state", Set.of("domain", "contract", "run", "config", "objectstore", "publish")),
            Map.entry("trigger", Set.of("domain", "run", "config")),
            Map.entry("time", Set.of()));

    /** They put things together and see everything; nothing sees them. */
    static final Set<String> ENTRIES = Set.of("function", "cli");

    /** Besides the walker: the executor unwraps one level, the others translate one of a library, or withhold all. */
    private static final Set<String> CAUSES = Set.of(
            ".FailureReasons",
            ".run.BoundedExecutor",
            ".contract.Json",
            ".config.SsmSecretStore",
            ".guard.SecretLogFilter");

    private static final String[] PLAIN_JAVA = {
        "java.lang",
        "java.lang.invoke",
        "java.lang.runtime",
        "java.math",
        "java.time",
        "java.time.temporal",
        "java.util",
        "java.util.function",
        "java.util.regex",
        "java.util.stream"
    };

    private final String root;

    LayoutRules(String root) {
        this.root = root;
    }

    ArchRule packagesSeeOnlyWhatTheyMay() {
        return classes().should(new ArchCondition<>("see only what their package may") {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                if (!isKnown(part(origin))) {
                    events.add(SimpleConditionEvent.violated(
                            origin, "Class <%s> is in no known package".formatted(origin.getName())));
                }
                origin.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> isOurs(dependency.getTargetClass()))
                        .filter(dependency -> !maySee(part(origin), part(dependency.getTargetClass())))
                        .map(Dependency::getDescription)
                        .forEach(text -> events.add(SimpleConditionEvent.violated(origin, text)));
            }
        });
    }

    ArchRule domainAndAssessArePlainJava() {
        return classes()
                .that()
                .resideInAnyPackage(in("domain"), in("assess"))
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.describe(
                        "are plain Java or ours", target -> isOurs(target) || isPlainJava(target)));
    }

    ArchRule onlyStatusDocumentsSeesTheDomain() {
        return noClasses()
                .that()
                .resideInAPackage(in("contract"))
                .and(DescribedPredicate.describe("do not compose the documents", origin -> !origin.getName()
                        .matches("%s.contract.(StatusDocuments|AnnouncementEntries)\\b.*"
                                .formatted(Pattern.quote(root)))))
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are more of the domain than its words",
                        target -> target.getPackageName().equals(root + ".domain") && !target.isEnum()));
    }

    ArchRule theRunKnowsNoTechnology() {
        return noClasses()
                .that()
                .resideInAPackage(in("run"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "software.amazon..",
                        "com.amazonaws..",
                        "com.fasterxml..",
                        "jakarta.json..",
                        "jakarta.ws.rs..",
                        "io.quarkus..",
                        "java.net.http..");
    }

    ArchRule theAwsSdkStaysAtItsEdges() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(in("objectstore"), in("backup"), in("publish"), in("state"), in("trigger"))
                .and()
                .haveSimpleNameNotStartingWith("SsmSecretStore")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon..");
    }

    // Accesses and not calls: Instant::now is no call.
    ArchRule onlyTimeAsksTheMachine() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(in("time"))
                .should()
                .accessTargetWhere(DescribedPredicate.describe("asks for the time of day", LayoutRules::asksTheTime));
    }

    ArchRule onlyTheCommandLineWritesToStreams() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(in("cli"))
                .and()
                // Metrics must stand bare in Lambda's log.
                .doNotHaveFullyQualifiedName(root + ".function.MetricLine")
                .should(ACCESS_STANDARD_STREAMS);
    }

    ArchRule noOneReadsTheEnvironment() {
        return noClasses()
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "reads the environment", access -> isAccess(access, "java.lang.System", "getenv")));
    }

    ArchRule httpClientsStayInHttp() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(in("http"))
                .and()
                .haveSimpleNameNotEndingWith("Api")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are HTTP clients",
                        target -> target.getPackageName().startsWith("java.net.http")
                                || target.getPackageName().startsWith("jakarta.ws.rs")
                                || target.getPackageName().startsWith("io.quarkus.rest.client")
                                || target.getName().equals("java.net.HttpURLConnection")));
    }

    ArchRule onlyRetrySleeps() {
        return noClasses()
                .that()
                .haveSimpleNameNotEndingWith("RetryPolicy")
                .should()
                .accessTargetWhere(
                        DescribedPredicate.describe("sleeps", access -> isAccess(access, "java.lang.Thread", "sleep")));
    }

    ArchRule failuresOfCallsEndInTheExecutor() {
        return noClasses()
                .that()
                .haveSimpleNameNotEndingWith("BoundedExecutor")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ExecutionException");
    }

    ArchRule oneClassWalksCauses() {
        return noClasses()
                .that(DescribedPredicate.describe(
                        "are not FailureReasons, and do not look at the direct cause only",
                        origin -> CAUSES.stream().noneMatch(origin.getName()::endsWith)))
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "walks causes", access -> access.getTarget().getName().equals("getCause")));
    }

    ArchRule packagesAreFreeOfCycles() {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    List<ArchRule> all() {
        return List.of(
                packagesSeeOnlyWhatTheyMay(),
                domainAndAssessArePlainJava(),
                onlyStatusDocumentsSeesTheDomain(),
                theRunKnowsNoTechnology(),
                theAwsSdkStaysAtItsEdges(),
                onlyTimeAsksTheMachine(),
                onlyTheCommandLineWritesToStreams(),
                noOneReadsTheEnvironment(),
                httpClientsStayInHttp(),
                onlyRetrySleeps(),
                failuresOfCallsEndInTheExecutor(),
                oneClassWalksCauses(),
                packagesAreFreeOfCycles());
    }

    private String in(String part) {
        return root + "." + part + "..";
    }

    private boolean isOurs(JavaClass type) {
        return (type.getBaseComponentType().getPackageName() + ".").startsWith(root + ".");
    }

    /** The first package below the root, empty for the root itself. */
    private String part(JavaClass type) {
        String below = type.getBaseComponentType().getPackageName().substring(root.length());
        return below.isEmpty() ? "" : below.substring(1).split("\\.", 2)[0];
    }

    private static boolean isKnown(String part) {
        return SEES.containsKey(part) || ENTRIES.contains(part);
    }

    private static boolean maySee(String origin, String target) {
        boolean entry = ENTRIES.contains(origin) && !ENTRIES.contains(target);
        return origin.equals(target)
                || entry
                || SEES.getOrDefault(origin, Set.of()).contains(target);
    }

    private static boolean isPlainJava(JavaClass type) {
        JavaClass component = type.getBaseComponentType();
        return component.isPrimitive() || Set.of(PLAIN_JAVA).contains(component.getPackageName());
    }

    private static boolean asksTheTime(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        boolean javaTime = owner.startsWith("java.time.")
                && (name.equals("now")
                        || name.startsWith("system")
                        || Set.of("tickMillis", "tickSeconds", "tickMinutes").contains(name));
        return javaTime
                || isAccess(access, "java.lang.System", "currentTimeMillis")
                || (owner.equals("java.util.Date") && access.getDescription().contains("<init>()"));
    }

    private static boolean isAccess(JavaAccess<?> access, String owner, String name) {
        return access.getTargetOwner().getName().equals(owner)
                && access.getTarget().getName().equals(name);
    }
}
