package souk.edge.webconsole.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import souk.kernel.api.CircuitState;
import souk.kernel.api.JobStatus;
import souk.kernel.api.StrategyState;
import souk.kernel.api.TrialStatus;
import souk.model.EvidenceLabel;
import souk.plan.api.PlanKind;
import souk.trust.api.ReviewState;

class MessagesTest {
  @Test
  void bothLanguagesHaveTheSameKeysAndPlaces() throws IOException {
    Properties english = load("messages.properties");
    Properties chinese = load("messages_zh.properties");
    assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(chinese.keySet()));
    for (String key : english.stringPropertyNames()) {
      assertEquals(
          places(english.getProperty(key)), places(chinese.getProperty(key)), "places of " + key);
    }
    assertNotEquals(english.getProperty("plans.title"), chinese.getProperty("plans.title"));
  }

  @Test
  void everyStateHasAText() throws IOException {
    Properties english = load("messages.properties");
    Stream.of(
            names("state.", StrategyState.values()),
            names("circuit.", CircuitState.values()),
            names("review.", ReviewState.values()),
            names("kind.", PlanKind.values()),
            names("label.", EvidenceLabel.values()),
            names("job.", JobStatus.State.values()),
            names("trial.", TrialStatus.Kind.values()),
            names("verdict.", TrialStatus.Verdict.values()).map(k -> k.replace('_', '-')))
        .flatMap(s -> s)
        .forEach(key -> assertTrue(english.containsKey(key), key));
  }

  /** A key that is written in the code but not in the file would be shown to users as it is. */
  @Test
  void everyKeyUsedInTheCodeExists() throws IOException {
    Properties english = load("messages.properties");
    Pattern use = Pattern.compile("(?:messages|sheet)\\.text\\(\\s*\"([a-z0-9.-]+)\"\\s*[,)]");
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher matcher = use.matcher(Files.readString(file));
        while (matcher.find()) {
          assertTrue(english.containsKey(matcher.group(1)), matcher.group(1) + " of " + file);
        }
      }
    }
  }

  @Test
  void theLanguageIsChosenByParameterThenByHeader() {
    assertEquals("zh", Messages.choose("zh", "en"));
    assertEquals("en", Messages.choose("en", "zh-CN"));
    assertEquals("zh", Messages.choose(null, "zh-CN,zh;q=0.9,en;q=0.8"));
    assertEquals("en", Messages.choose(null, "de,en;q=0.9,zh;q=0.1"));
    assertEquals("en", Messages.choose(null, "fr"));
    assertEquals("en", Messages.choose(null, null));
    assertEquals("en", Messages.choose(null, "<script>"));
    assertEquals("en", Messages.choose("", null));
  }

  private static Stream<String> names(String prefix, Enum<?>[] values) {
    return Stream.of(values).map(v -> prefix + v.name().toLowerCase(java.util.Locale.ROOT));
  }

  private static List<String> places(String text) {
    return Pattern.compile("%(?:[.\\d]*[dsf]|%)")
        .matcher(text)
        .results()
        .map(r -> r.group())
        .filter(p -> !p.equals("%%"))
        .toList();
  }

  private static Properties load(String name) throws IOException {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(
            MessagesTest.class.getResourceAsStream("/souk/edge/webconsole/" + name),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
