package souk.it.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Planted changes to a contract are found, and answered with the right version. */
class ContractBaselineCanFailTest {
  private static final String CONSUMER =
      "@org.osgi.annotation.versioning.ConsumerType public interface Role { void a(); %s }";
  private static final String PROVIDER =
      "@org.osgi.annotation.versioning.ProviderType public interface Role { void a(); %s }";

  @TempDir private Path folder;

  @Test
  void nothingChangedIsFine() throws Exception {
    assertEquals(List.of(), compare(CONSUMER.formatted(""), CONSUMER.formatted(""), "1.0.0"));
  }

  @Test
  void anAbstractMethodOnWhatStrangersImplementIsMajor() throws Exception {
    String older = CONSUMER.formatted("");
    String newer = CONSUMER.formatted("void b();");
    ContractBaseline.Finding finding = compare(older, newer, "1.1.0").get(0);
    assertEquals("planted.spi-2.0.0.md", finding.exceptionFile());
    assertTrue(finding.report().contains("ADDED method b()"), finding.report());
    assertTrue(finding.report().contains("@Version(\"2.0.0\")"), finding.report());
    assertEquals(List.of(), compare(older, newer, "2.0.0"));
  }

  @Test
  void aDefaultMethodIsMinor() throws Exception {
    String older = CONSUMER.formatted("");
    String newer = CONSUMER.formatted("default void b() {}");
    assertEquals("1.1.0", compare(older, newer, "1.0.0").get(0).suggestedVersion());
    assertEquals(List.of(), compare(older, newer, "1.1.0"));
  }

  @Test
  void aMethodOnWhatWeImplementIsMinor() throws Exception {
    String older = PROVIDER.formatted("");
    String newer = PROVIDER.formatted("void b();");
    assertEquals("1.1.0", compare(older, newer, "1.0.0").get(0).suggestedVersion());
    assertEquals(List.of(), compare(older, newer, "1.1.0"));
  }

  @Test
  void anotherComponentOfARecordIsMajor() throws Exception {
    String older = "public record Role(int a) {}";
    String newer = "public record Role(int a, int b) {}";
    assertEquals("2.0.0", compare(older, newer, "1.1.0").get(0).suggestedVersion());
  }

  @Test
  void aRemovedPackageIsNamed() throws Exception {
    Path older = bundle("older", "planted.spi", CONSUMER.formatted(""), "1.0.0");
    Path newer = bundle("newer", "planted.other", CONSUMER.formatted(""), "1.0.0");
    List<ContractBaseline.Finding> findings = ContractBaseline.compare(older, newer);
    assertEquals(1, findings.size());
    assertTrue(findings.get(0).report().contains("planted.spi"), findings.get(0).report());
    assertTrue(findings.get(0).report().contains("is gone"), findings.get(0).report());
  }

  private List<ContractBaseline.Finding> compare(String older, String newer, String version)
      throws Exception {
    return ContractBaseline.compare(
        bundle("older", "planted.spi", older, "1.0.0"),
        bundle("newer-" + version, "planted.spi", newer, version));
  }

  /** A folder of classes with the manifest of a bundle that exports them. */
  private Path bundle(String name, String packageName, String source, String version)
      throws IOException {
    Path classes = Files.createDirectories(folder.resolve(name));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    URI uri = URI.create("string:///" + packageName.replace('.', '/') + "/Role.java");
    JavaFileObject file =
        new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return "package " + packageName + "; " + source;
          }
        };
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      assertTrue(compiler.getTask(null, files, null, List.of(), null, List.of(file)).call());
    }
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", "planted.api");
    main.putValue("Bundle-Version", version);
    main.putValue("Export-Package", packageName + ";version=\"" + version + "\"");
    Path target = Files.createDirectories(classes.resolve("META-INF")).resolve("MANIFEST.MF");
    try (var out = Files.newOutputStream(target)) {
      manifest.write(out);
    }
    return classes;
  }
}
