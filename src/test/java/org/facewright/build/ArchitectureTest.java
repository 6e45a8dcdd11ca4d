package org.facewright.build;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of docs/architecture.md, each with its reason. */
class ArchitectureTest {
  private static final String ROOT = "org.facewright.";
  private static final List<String> CORE =
      List.of("jobs", "network", "inference", "image", "vector");
  private static final List<String> FEATURES =
      List.of(
          "gallery",
          "clustering",
          "verdict",
          "review",
          "generation",
          "leakage",
          "assembly",
          "curriculum",
          "training",
          "evaluation",
          "experiment");

  /** What each package may use of the others. A package that is not named may use everything. */
  private static final Map<String, List<String>> MAY_USE =
      Map.of(
          "vector", List.of(),
          "image", List.of("vector"),
          "jobs", List.of(),
          "network", List.of(),
          "inference", List.of("network", "vector", "image"),
          "ui", List.of("jobs", "image"),
          "project", List.of("jobs", "vector"),
          "faces", CORE,
          "exchange", plus(CORE, "project"));

  private static JavaClasses classes;

  @BeforeAll
  static void readClasses() {
    classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.facewright");
  }

  private static List<String> plus(List<String> some, String... more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(List.of(more));
    return all;
  }

  private static String[] packages(List<String> names) {
    return names.stream().map(name -> ROOT + name + "..").toArray(String[]::new);
  }

  static Stream<ArchRule> packageTable() {
    return MAY_USE.entrySet().stream()
        .map(entry -> mayUseOnly(entry.getKey(), entry.getValue(), "the package table says so"));
  }

  static Stream<ArchRule> featureTable() {
    List<String> allowed = plus(plus(CORE, "project", "faces"), "ui");
    return FEATURES.stream()
        .map(
            feature ->
                mayUseOnly(
                    feature, allowed, "features never import each other; they meet in project"));
  }

  private static ArchRule mayUseOnly(String name, List<String> allowed, String reason) {
    String[] own = packages(plus(allowed, name));
    return noClasses()
        .that()
        .resideInAPackage(ROOT + name + "..")
        .should()
        .dependOnClassesThat(resideInAPackage("org.facewright..").and(not(resideInAnyPackage(own))))
        .allowEmptyShould(true)
        .because(reason);
  }

  @ParameterizedTest
  @MethodSource({"packageTable", "featureTable"})
  void packagesUseOnlyWhatTheTableAllows(ArchRule rule) {
    rule.check(classes);
  }

  @Test
  void noCyclesBetweenPackages() {
    slices()
        .matching("org.facewright.(*)..")
        .should()
        .beFreeOfCycles()
        .because("what cannot be read in one direction cannot be understood")
        .check(classes);
  }

  @Test
  void enginesKnowNoWindow() {
    noClasses()
        .that()
        .resideInAnyPackage(packages(plus(CORE, "project", "faces", "exchange")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("javafx..")
        .because("the command line and workers run without a window")
        .check(classes);
    noClasses()
        .that()
        .resideInAnyPackage(packages(FEATURES))
        .and()
        .haveSimpleNameNotEndingWith("Panel")
        .and()
        .haveSimpleNameNotEndingWith("Cell")
        .and(not(nestedInPanelOrCell()))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("javafx.scene..")
        .allowEmptyShould(true)
        .because("in a feature only a Panel or a Cell draws")
        .check(classes);
    noClasses()
        .that()
        .resideInAnyPackage(packages(FEATURES))
        .and()
        .haveSimpleNameNotEndingWith("Panel")
        .and()
        .haveSimpleNameNotEndingWith("Cell")
        .and()
        .haveSimpleNameNotEndingWith("Model")
        .and(not(nestedInPanelOrCell()))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("javafx..", ROOT + "ui..")
                .and(not(resideInAnyPackage(ROOT + "ui.text.."))))
        .allowEmptyShould(true)
        .because(
            "an engine runs headless: only its Panel and Model know the window, though words for"
                + " it are no window")
        .check(classes);
  }

  private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> nestedInPanelOrCell() {
    return com.tngtech.archunit.base.DescribedPredicate.describe(
        "nested in a Panel, Cell or Model",
        type -> type.getName().matches(".*(Panel|Cell|Model)\\$.*"));
  }

  @Test
  void sqlOnlyInProject() {
    noClasses()
        .that(resideOutsideOfPackages(ROOT + "project.."))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "org.h2..", "org.flywaydb..")
        .because("one package owns the database, on one thread that nobody interrupts")
        .check(classes);
  }

  @Test
  void threadsOnlyInJobs() {
    noClasses()
        .that(resideOutsideOfPackages(ROOT + "jobs.."))
        .should()
        .callConstructor(Thread.class)
        .orShould()
        .callConstructor(Thread.class, Runnable.class)
        .orShould()
        .callConstructor(Thread.class, Runnable.class, String.class)
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.concurrent.Executors")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.Thread$Builder")
        .because("whoever starts a thread must also stop it: jobs does, in one place")
        .check(classes);
  }

  @Test
  void nobodyInterrupts() {
    noClasses()
        .should()
        .callMethod(Thread.class, "interrupt")
        .orShould()
        .callMethod(java.util.concurrent.Future.class, "cancel", boolean.class)
        .orShould()
        .callMethod(java.util.concurrent.ExecutorService.class, "shutdownNow")
        .because("one interrupt inside H2 breaks every open connection: cancel by flag")
        .check(classes);
  }

  @Test
  void onlyTheAppExits() {
    noClasses()
        .that(resideOutsideOfPackages(ROOT + "app.."))
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .because("the stop order (jobs, workers, database) is the app's to keep")
        .check(classes);
  }

  @Test
  void noGlobals() {
    fields()
        .that()
        .areStatic()
        .and()
        .areDeclaredInClassesThat()
        .resideInAPackage("org.facewright..")
        .should(beFinalOrSynthetic())
        .because("static mutable state hides who depends on whom")
        .check(classes);
    noMethods()
        .should()
        .haveName("getInstance")
        .because("what a class needs comes through its constructor")
        .check(classes);
  }

  private static ArchCondition<JavaField> beFinalOrSynthetic() {
    return new ArchCondition<>("be final") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        Set<JavaModifier> modifiers = field.getModifiers();
        boolean fine =
            modifiers.contains(JavaModifier.FINAL) || modifiers.contains(JavaModifier.SYNTHETIC);
        events.add(new SimpleConditionEvent(field, fine, field.getFullName() + " is not final"));
      }
    };
  }

  @Test
  void noDrawersForOddsAndEnds() {
    classes()
        .that()
        .resideInAPackage("org.facewright..")
        .should(
            new ArchCondition<>("not live in util, common or manager") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                boolean odd =
                    type.getPackageName().matches(".*\\.(util|utils|common|manager)(\\..*)?")
                        || type.getSimpleName().matches(".*(Util|Utils|Manager|Helper)");
                events.add(new SimpleConditionEvent(type, !odd, type.getName() + " is a drawer"));
              }
            })
        .because("a folder is a thing the user can name")
        .check(classes);
  }
}
