package souk.it.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** This checkout keeps the rules of the house. */
class ArchitectureTest {
  private static final Set<String> BUNDLES = Checkout.bundles();

  private static JavaClasses classes;

  @BeforeAll
  static void importClasses() {
    classes = Checkout.classes();
  }

  @Test
  void thereIsSomethingToCheck() {
    assertTrue(BUNDLES.size() >= 40, BUNDLES.size() + " bundles");
    assertTrue(classes.size() >= 300, classes.size() + " classes");
  }

  @Test
  void classesFollowTheArrows() {
    new Arrows(BUNDLES).rule().check(classes);
  }

  @Test
  void pomsFollowTheArrows() throws IOException {
    List<String> complaints = new ArrayList<>();
    for (String bundle : BUNDLES) {
      complaints.addAll(Poms.complaints(bundle, Poms.wanted(Checkout.pom(bundle))));
    }
    assertEquals(List.of(), complaints);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void classesKeep(String name, ArchRule rule) {
    rule.check(classes);
  }

  static Stream<Object[]> rules() {
    return Stream.of(
        new Object[] {"contracts know only contracts", Rules.contractsKnowOnlyContracts()},
        new Object[] {"libraries know no framework", Rules.librariesKnowNoFramework()},
        new Object[] {"libraries have no hidden inputs", Rules.librariesHaveNoHiddenInputs()},
        new Object[] {"no Java serialization", Rules.noJavaSerialization()},
        new Object[] {"nothing that leaks or escapes", Rules.nothingThatLeaksOrEscapes()},
        new Object[] {"no floating money", Rules.noFloatingMoney()},
        new Object[] {"fields of the quote path are exact", Rules.quotePathFieldsAreExact()},
        new Object[] {"methods of the quote path are exact", Rules.quotePathMethodsAreExact()});
  }

  @Test
  void onlyContractsModelWrappersAndTestKitExport() throws IOException {
    List<String> complaints = new ArrayList<>();
    for (String bundle : BUNDLES) {
      Path manifest = Checkout.output(bundle).resolve("META-INF/MANIFEST.MF");
      if (BundleKind.of(bundle) != BundleKind.LIBRARY && Files.exists(manifest)) {
        complaints.addAll(Manifests.complaints(bundle, Files.readAllBytes(manifest)));
      }
    }
    assertEquals(List.of(), complaints);
  }

  @Test
  void servicesAreOfferedUnderContractTypes() throws IOException {
    List<String> complaints = new ArrayList<>();
    for (String bundle : BUNDLES) {
      Path folder = Checkout.output(bundle).resolve("OSGI-INF");
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          for (Path file : files.filter(f -> f.toString().endsWith(".xml")).toList()) {
            complaints.addAll(Components.complaints(bundle, Files.readString(file)));
          }
        }
      }
    }
    assertEquals(List.of(), complaints);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bundles", "distribution", "integration-tests"})
  void filesCanBeHeld(String folder) throws IOException {
    List<String> complaints = new ArrayList<>();
    for (Path file : Checkout.javaFiles(folder)) {
      Sources.tooLong(file.toString(), Files.readString(file)).ifPresent(complaints::add);
    }
    assertEquals(List.of(), complaints);
  }

  @Tag("slow")
  @Test
  void onlyTheRouterCatchesThrowable() throws IOException {
    List<String> complaints = new ArrayList<>();
    for (Path file : Checkout.javaFiles("bundles")) {
      boolean main = file.toString().contains("src/main/");
      boolean router = file.toString().contains("souk.kernel.runtime");
      if (main && !router && Sources.catchesThrowable(Files.readString(file))) {
        complaints.add(file + " catches Throwable");
      }
    }
    assertEquals(List.of(), complaints);
  }
}
