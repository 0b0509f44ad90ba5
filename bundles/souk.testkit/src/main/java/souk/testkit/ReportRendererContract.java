package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import souk.evidence.spi.ReportModel;
import souk.evidence.spi.ReportRenderer;

/** What every {@link ReportRenderer} must keep. Extend it and give the strategy. */
public abstract class ReportRendererContract {
  private static final String FACTS =
      """
      {"version":1,"id":"report-1","createdAt":"2024-01-01T00:00:00Z","currency":"GBP",
       "shop":{"orders":12345,"lines":20,"customers":3,"items":4,"firstDay":"2023-01-02",
               "lastDay":"2023-12-31","revenue":1234.5}}
      """;

  /** The strategy under test; may be a new one each time. */
  protected abstract ReportRenderer subject();

  @Test
  protected void aReportOfNothingIsStillAReport() {
    assertTrue(subject().render(new ReportModel("{\"version\":1}", Locale.ENGLISH)).length > 0);
    assertFalse(subject().mediaType().isBlank());
  }

  @Test
  protected void sameFactsSameDocument() {
    ReportModel model = new ReportModel(FACTS, Locale.ENGLISH);
    assertArrayEquals(subject().render(model), subject().render(model));
  }

  @Test
  protected void theLanguageIsFollowed() {
    byte[] english = subject().render(new ReportModel(FACTS, Locale.ENGLISH));
    byte[] chinese = subject().render(new ReportModel(FACTS, Locale.SIMPLIFIED_CHINESE));
    assertNotEquals(
        new String(english, StandardCharsets.UTF_8), new String(chinese, StandardCharsets.UTF_8));
  }

  @Test
  protected void unknownFactsAreIgnored() {
    String more = FACTS.strip().replaceFirst("\\{", "{\"laterVersionsKnow\":[1,{\"a\":null}],");
    assertArrayEquals(
        subject().render(new ReportModel(FACTS, Locale.ENGLISH)),
        subject().render(new ReportModel(more, Locale.ENGLISH)));
  }

  @Test
  protected void whatIsNoFactsIsRefused() {
    for (String broken : new String[] {"", "[1]", "{"}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> subject().render(new ReportModel(broken, Locale.ENGLISH)));
    }
  }

  @Test
  protected void safeUnderEightThreads() {
    ReportRenderer shared = subject();
    ReportModel model = new ReportModel(FACTS, Locale.ENGLISH);
    byte[] expected = shared.render(model);
    IntStream.range(0, 8)
        .parallel()
        .forEach(i -> assertArrayEquals(expected, shared.render(model)));
  }
}
