package souk.it.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every component's configuration explains itself in the console. */
class MetatypesTest {
  @Test
  void everyFormHasNamesDescriptionsUnitsAndRanges() throws IOException {
    List<String> complaints = new ArrayList<>();
    int forms = 0;
    for (String bundle : Checkout.bundles()) {
      Path folder = Checkout.output(bundle).resolve("OSGI-INF/metatype");
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          for (Path file : files.sorted().toList()) {
            forms++;
            complaints.addAll(Metatypes.complaints(bundle, Files.readString(file)));
            complaints.addAll(
                Metatypes.untranslated(bundle, Files.readString(file), chinese(bundle)));
          }
        }
      }
    }
    assertTrue(forms >= 20, forms + " forms");
    assertEquals(List.of(), complaints);
  }

  private static Properties chinese(String bundle) throws IOException {
    Properties texts = new Properties();
    Path file = Checkout.output(bundle).resolve("OSGI-INF/l10n/metatype_zh.properties");
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        texts.load(reader);
      }
    }
    return texts;
  }

  @Test
  void aFormThatExplainsNothingIsNamed() {
    List<String> complaints =
        Metatypes.complaints(
            "souk.some",
            """
            <MetaData><OCD id="C" name="Some" description="">
              <AD id="a" type="Long" name="Deadline" description="d" min="1" max="9" default="5"/>
              <AD id="b" type="Integer" name="Wait (ms)" description="" min="1" max="9" default="5"/>
              <AD id="c" type="Double" name="Part (share)" description="d" min="0" default="0.5"/>
              <AD id="d" type="Double" name="Part (share)" description="d" min="0" max="1" default="2"/>
              <AD id="e" type="String" name="Folder" description="d"/>
            </OCD></MetaData>
            """);
    assertEquals(
        List.of(
            "souk.some C has no name or no description",
            "souk.some C.a has no unit in its name (Deadline)",
            "souk.some C.b has no name or no description",
            "souk.some C.c has no range",
            "souk.some C.d has the default 2 outside 0 to 1"),
        complaints);
  }

  @Test
  void aFieldWithoutChineseTextIsNamed() {
    Properties texts = new Properties();
    texts.setProperty("some.name", "n");
    texts.setProperty("some.description", "d");
    texts.setProperty("some.a.name", "n");
    assertEquals(
        List.of("souk.some has no Chinese text for some.a"),
        Metatypes.untranslated(
            "souk.some",
            "<MetaData><OCD id='C'><AD id='a'/></OCD><Designate pid='some'/></MetaData>",
            texts));
  }
}
