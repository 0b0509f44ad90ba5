package souk.it.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import souk.planted.engine.PlantedEngine;

/** A rule that cannot fail is no rule: each one meets a planted violation here. */
class EveryRuleCanFailTest {
  private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("souk.planted");
  private static final Arrows ARROWS =
      new Arrows(
          Set.of(
              "souk.planted.api", "souk.planted.lib", "souk.planted.engine", "souk.planted.other"));

  @ParameterizedTest(name = "{0}")
  @MethodSource("souk.it.architecture.ArchitectureTest#rules")
  void classRulesFail(String name, ArchRule rule) {
    AssertionError failure = assertThrows(AssertionError.class, () -> rule.check(PLANTED));
    assertTrue(failure.getMessage().contains("souk.planted"), failure.getMessage());
  }

  @Test
  void arrowsFail() {
    String message =
        assertThrows(AssertionError.class, () -> ARROWS.rule().check(PLANTED)).getMessage();
    assertTrue(message.contains("souk.planted.engine must not use souk.planted.other"), message);
    assertTrue(message.contains("souk.planted.api must not use souk.planted.lib"), message);
    assertTrue(message.contains("souk.planted.lib must not use souk.planted.api"), message);
    assertFalse(message.contains("souk.planted.engine must not use souk.planted.lib"), message);
    assertFalse(message.contains("souk.planted.engine must not use souk.planted.api"), message);
  }

  @ParameterizedTest
  @CsvSource({
    "souk.plan.core, souk.demand.api, true",
    "souk.plan.core, souk.plan.lib, true",
    "souk.plan.core, souk.demand.lib, false",
    "souk.plan.core, souk.demand.core, false",
    "souk.plan.api, souk.demand.api, true",
    "souk.demand.api, souk.plan.api, false",
    "souk.demand.api, souk.kernel.api, true",
    "souk.kernel.api, souk.demand.api, false",
    "souk.demand.lib, souk.model, true",
    "souk.demand.lib, souk.kernel.api, false",
    "souk.demand.lib, souk.numeric.lib, true",
    "souk.demand.lib, souk.plan.lib, false",
    "souk.demand.pooled, souk.numeric.lib, true",
    "souk.demand.api, souk.numeric.lib, false",
    "souk.edge.rest, souk.plan.api, true",
    "souk.edge.rest, souk.plan.lib, false",
    "souk.edge.rest, souk.edge.shell, false",
    "souk.learn.tribuo, souk.wrap.tribuo, true",
    "souk.edge.rest, souk.wrap.tribuo, false",
    "souk.model, souk.kernel.api, false",
    "souk.testkit, souk.kernel.runtime, false"
  })
  void arrowsAreTheOnesDrawn(String from, String to, boolean allowed) {
    assertEquals(allowed, Arrows.allowed(from, to));
  }

  @Test
  void packagesBelongToTheirBundles() {
    assertEquals("souk.planted.api", ARROWS.owner("souk.planted.spi").orElseThrow());
    assertEquals("souk.planted.lib", ARROWS.owner("souk.planted.lib.deep").orElseThrow());
    assertTrue(ARROWS.owner("souk.planted.library").isEmpty());
    assertEquals(
        "souk.planted.engine", ARROWS.owner(PlantedEngine.class.getPackageName()).orElseThrow());
  }

  @Test
  void pomsFail() {
    String pom =
        """
        <project><dependencies>
          <dependency><groupId>org.souk</groupId><artifactId>souk.plan.core</artifactId></dependency>
          <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-api</artifactId>
            <version>1.0</version></dependency>
        </dependencies></project>
        """;
    assertEquals(
        List.of(
            "souk.demand.lib must not depend on souk.plan.core",
            "souk.demand.lib names version 1.0 of slf4j-api; versions belong into the parent pom",
            "souk.demand.lib is a library and must not depend on slf4j-api"),
        Poms.complaints("souk.demand.lib", Poms.wanted(pom)));
  }

  @Test
  void exportsFail() throws IOException {
    byte[] manifest =
        "Manifest-Version: 1.0\nExport-Package: souk.plan.core\n".getBytes(StandardCharsets.UTF_8);
    assertEquals(1, Manifests.complaints("souk.plan.core", manifest).size());
    assertEquals(List.of(), Manifests.complaints("souk.plan.api", manifest));
  }

  @Test
  void servicesFail() {
    String xml =
        """
        <component><service>
          <provide interface="souk.plan.api.Plans"/>
          <provide interface="souk.plan.core.PlanStore"/>
          <provide interface="souk.plan.pricing.LadderLagrangian"/>
          <provide interface="souk.plan.lib.choice.ChoiceSolver"/>
          <provide interface="jakarta.servlet.Servlet"/>
        </service></component>
        """;
    assertEquals(
        List.of(
            "souk.plan.core offers a service under souk.plan.pricing.LadderLagrangian",
            "souk.plan.core offers a service under souk.plan.lib.choice.ChoiceSolver"),
        Components.complaints("souk.plan.core", xml));
  }

  @Test
  void lengthsFail() {
    String component = "@Component\nclass C {\n" + "  int i;\n".repeat(148) + "}\n";
    assertTrue(Sources.tooLong("C.java", component).orElseThrow().contains("151 code lines"));
    String file = "class C {\n" + "  int i;\n".repeat(498) + "}\n";
    assertTrue(Sources.tooLong("C.java", file).isEmpty());
    assertTrue(Sources.tooLong("C.java", file.replace("}", "int j;\n}")).isPresent());
    assertEquals(2, Sources.codeLines("package a;\n\nimport b;\n/** x\n y */\n// z\nclass C {\n}"));
  }

  @Test
  void catchingThrowableFails() {
    String tried = "class C { void m() { try { m(); } catch (%s e) { } } }";
    assertTrue(Sources.catchesThrowable(tried.formatted("Throwable")));
    assertTrue(Sources.catchesThrowable(tried.formatted("final java.lang.Throwable")));
    assertTrue(Sources.catchesThrowable(tried.formatted("IOException | Throwable")));
    assertFalse(Sources.catchesThrowable(tried.formatted("RuntimeException")));
    assertFalse(Sources.catchesThrowable("class C { /* catch (Throwable t) */ }"));
  }
}
