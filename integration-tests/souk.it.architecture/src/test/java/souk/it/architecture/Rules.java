package souk.it.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules about classes that hold wherever they are. */
final class Rules {
  private static final Pattern MONEY = Pattern.compile("(?i).*(minor|amount|money)");
  private static final Set<String> FLOATING =
      Set.of("double", "float", "java.lang.Double", "java.lang.Float");
  private static final Set<String> HIDDEN_INPUTS =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.System.getProperty",
          "java.lang.System.getenv",
          "java.lang.Math.random",
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.time.LocalDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.util.UUID.randomUUID",
          "java.util.concurrent.ThreadLocalRandom.current");

  private Rules() {}

  /** No lib or third-party type in a contract, so none in a service signature. */
  static ArchRule contractsKnowOnlyContracts() {
    return classes()
        .that()
        .resideInAnyPackage("souk.*.api", "souk.*.spi", "souk.model")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "souk.model",
            "souk.*.api",
            "souk.*.spi",
            "org.osgi.annotation..",
            "org.jspecify.annotations");
  }

  /** Mathematics without a framework: no OSGi, no logging, no network. */
  static ArchRule librariesKnowNoFramework() {
    return noClasses()
        .that()
        .resideInAPackage("souk.*.lib..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.osgi..", "org.slf4j..", "java.util.logging..", "java.net..", "java.sql..");
  }

  /** No clock, no randomness without a seed, no system property in a library. */
  static ArchRule librariesHaveNoHiddenInputs() {
    return noClasses()
        .that()
        .resideInAPackage("souk.*.lib..")
        .should()
        .callMethodWhere(call("read a clock, chance or the system", HIDDEN_INPUTS))
        .orShould()
        .callConstructor(java.util.Random.class)
        .orShould()
        .callConstructor(java.util.SplittableRandom.class)
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.security.SecureRandom");
  }

  static ArchRule noJavaSerialization() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.ObjectInputStream")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.ObjectOutputStream");
  }

  /** What keeps a class loader alive or escapes the framework. */
  static ArchRule nothingThatLeaksOrEscapes() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(
            ThreadLocal.class, java.sql.DriverManager.class, java.util.ServiceLoader.class);
  }

  /**
   * Amounts that cross a contract, are offered or approved are integers; only means of them may be
   * fractions. Inside demand, plan and evidence, expected money is a statistic.
   */
  static ArchRule noFloatingMoney() {
    return fields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(
            "souk.model",
            "souk.*.api",
            "souk.*.spi",
            "souk.kernel..",
            "souk.data..",
            "souk.customer..",
            "souk.offer..",
            "souk.trust..",
            "souk.edge..",
            "souk.planted..")
        .and(
            describe(
                "are called money, amount or minor",
                (JavaField f) ->
                    MONEY.matcher(f.getName()).matches() && !f.getName().startsWith("mean")))
        .should()
        .notHaveRawType(floating())
        .allowEmptyShould(true);
  }

  /** The quote path has no binary floating point at all, apart from shares of traffic. */
  static ArchRule quotePathFieldsAreExact() {
    return fields()
        .that()
        .areDeclaredInClassesThat(onQuotePath())
        .and(
            describe(
                "are no shares",
                (JavaField f) -> !f.getName().toLowerCase(java.util.Locale.ROOT).endsWith("share")))
        .should()
        .notHaveRawType(floating());
  }

  /** No method of the quote path answers a binary fraction. */
  static ArchRule quotePathMethodsAreExact() {
    return methods()
        .that()
        .areDeclaredInClassesThat(onQuotePath())
        .and(
            describe(
                "are no shares",
                (JavaMethod m) ->
                    !m.getName().toLowerCase(java.util.Locale.ROOT).endsWith("share")))
        .should()
        .notHaveRawReturnType(floating());
  }

  private static DescribedPredicate<JavaClass> onQuotePath() {
    Set<String> values = Set.of("Money", "Cart", "CartLine", "WaterfallStep");
    return describe(
        "are on the quote path",
        c ->
            c.getPackageName().startsWith("souk.offer")
                || c.getPackageName().startsWith("souk.planted")
                || (c.getPackageName().equals("souk.model") && values.contains(c.getSimpleName())));
  }

  private static DescribedPredicate<JavaClass> floating() {
    return describe("double or float", c -> FLOATING.contains(c.getBaseComponentType().getName()));
  }

  private static DescribedPredicate<JavaCall<?>> call(String what, Set<String> names) {
    return describe(
        what, c -> names.contains(c.getTargetOwner().getName() + "." + c.getTarget().getName()));
  }
}
