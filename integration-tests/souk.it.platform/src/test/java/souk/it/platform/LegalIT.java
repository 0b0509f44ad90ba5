package souk.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import souk.it.harness.Platform;
import souk.it.harness.sequences.SecondArchive;

/** R23: what is shipped is exactly what was reviewed, byte for byte. */
class LegalIT {
  private static final int MOST_JARS = 70;
  private static final String REMEDY =
      "Look at the licence and the reason, then run distribution/souk.distribution/legal.py.";

  private static final Path LEGAL = Platform.HOME.resolve("legal");

  /** The second archive's bills, where the build takes them from. */
  private static final Path LEGAL_OF_THE_SECOND =
      Platform.HOME.resolve("../../src/main/dist-tensorflow/legal").normalize();

  @Test
  void everyThirdPartyJarWasReviewedInThisVersionAndWithTheseBytes() throws Exception {
    assertEquals(reviewed(), shipped(), REMEDY);
    assertTrue(reviewed().size() <= MOST_JARS, reviewed().size() + " jars");
  }

  @Test
  void nothingIsUnderTheGplAlone() throws IOException {
    for (String line : Files.readAllLines(Platform.HOME.resolve("legal/third-party.csv"))) {
      String licence = line.split(",", -1)[3];
      assertFalse(licence.contains("GPL") && !licence.contains(" OR "), line);
      assertFalse(licence.isBlank(), line);
    }
  }

  @Test
  void theBillOfMaterialsNamesEveryJar() throws Exception {
    assertTheBillNames(shipped(), jars(Platform.HOME), LEGAL.resolve("souk.cdx.json"));
    assertTheBillNames(
        Map.of(),
        jars(SecondArchive.REPOSITORY),
        LEGAL_OF_THE_SECOND.resolve("souk-tensorflow.cdx.json"));
  }

  private static void assertTheBillNames(Map<String, String> others, List<Path> jars, Path bill)
      throws IOException {
    JsonNode bom = Platform.JSON.readTree(bill.toFile());
    assertEquals("CycloneDX", bom.path("bomFormat").asText());
    Map<String, String> listed = new TreeMap<>();
    Set<String> ours = new TreeSet<>();
    for (JsonNode component : bom.path("components")) {
      String name = component.path("name").asText();
      if (component.has("hashes")) {
        listed.put(
            name + "-" + component.path("version").asText(),
            component.path("hashes").get(0).path("content").asText());
      } else if (name.startsWith("souk.")) {
        ours.add(name);
      }
    }
    assertEquals(others, listed, REMEDY);
    Set<String> shippedOurs = new TreeSet<>();
    for (Path jar : jars) {
      String name = jar.getFileName().toString();
      if (name.startsWith("souk.")) {
        shippedOurs.add(name.replaceAll("-\\d.*", ""));
      } else {
        assertTrue(others.containsKey(name.replaceAll("\\.jar$", "")), name + ". " + REMEDY);
      }
    }
    assertEquals(shippedOurs, ours, REMEDY);
  }

  @Test
  void everyJarOfOursHasABillThatNamesWhatItImports() throws Exception {
    Map<String, Set<String>> exporters = new TreeMap<>();
    List<Path> jars = new ArrayList<>(jars(Platform.HOME));
    int second = jars.size();
    jars.addAll(jars(SecondArchive.REPOSITORY));
    assertTrue(jars.size() > second, "no jar in " + SecondArchive.REPOSITORY);
    for (Path jar : jars) {
      for (String name : packages(jar, "Export-Package")) {
        exporters
            .computeIfAbsent(name, n -> new TreeSet<>())
            .add(jar.getFileName().toString().replaceAll("\\.jar$", ""));
      }
    }
    Map<String, String> shipped = shipped();
    int importing = 0;
    for (Path jar : jars) {
      String artifact = jar.getFileName().toString().replaceAll("-\\d.*", "");
      if (!artifact.startsWith("souk.")) {
        continue;
      }
      Path bills = jar.startsWith(SecondArchive.REPOSITORY) ? LEGAL_OF_THE_SECOND : LEGAL;
      Path bill = bills.resolve("bundles/" + artifact + ".cdx.json");
      assertTrue(Files.exists(bill), () -> bill + " is missing. " + REMEDY);
      Set<String> listed = new TreeSet<>();
      for (JsonNode component : Platform.JSON.readTree(bill.toFile()).path("components")) {
        if (component.has("hashes")) {
          String name = component.path("name").asText() + "-" + component.path("version").asText();
          assertEquals(
              shipped.get(name),
              component.path("hashes").get(0).path("content").asText(),
              () -> name + " in " + bill + ". " + REMEDY);
          listed.add(name);
        }
      }
      for (String imported : packages(jar, "Import-Package")) {
        Set<String> from = new TreeSet<>(exporters.getOrDefault(imported, Set.of()));
        from.retainAll(shipped.keySet());
        if (!from.isEmpty()) {
          importing++;
          assertFalse(
              Collections.disjoint(from, listed),
              () -> artifact + " imports " + imported + ", its bill does not say so. " + REMEDY);
        }
      }
    }
    assertTrue(importing > 40, importing + " imports from jars of others");
  }

  private static List<String> packages(Path jar, String header) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      String text = manifest == null ? null : manifest.getMainAttributes().getValue(header);
      List<String> names = new ArrayList<>();
      for (String clause :
          text == null ? new String[0] : text.split(",(?=([^\"]*\"[^\"]*\")*[^\"]*$)")) {
        for (String part : clause.split(";")) {
          if (!part.contains("=")) {
            names.add(part.strip());
          }
        }
      }
      return names;
    }
  }

  @Test
  void licenceAndNoticeAreThere() {
    for (String file : new String[] {"LICENSE", "legal/NOTICE", "legal/third-party.csv"}) {
      assertTrue(Files.exists(Platform.HOME.resolve(file)), file);
    }
  }

  private static Map<String, String> reviewed() throws IOException {
    Map<String, String> sums = new TreeMap<>();
    for (String line : Files.readAllLines(Platform.HOME.resolve("legal/third-party.csv"))) {
      String[] cells = line.split(",", -1);
      sums.put(cells[0] + "-" + cells[1], cells[4]);
    }
    sums.remove("artifact-version");
    return sums;
  }

  private static Map<String, String> shipped() throws Exception {
    Map<String, String> sums = new TreeMap<>();
    for (Path jar : jars(Platform.HOME)) {
      String name = jar.getFileName().toString();
      if (!name.startsWith("souk.")) {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
        sums.put(name.replaceAll("\\.jar$", ""), HexFormat.of().formatHex(digest));
      }
    }
    return sums;
  }

  private static List<Path> jars(Path root) throws IOException {
    try (Stream<Path> tree = Files.walk(root)) {
      return tree.filter(f -> f.getFileName().toString().matches(".+-\\d.*\\.jar")).toList();
    }
  }
}
