package souk.evidence.reporting.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import souk.evidence.spi.ReportModel;
import souk.evidence.spi.ReportRenderer;
import souk.testkit.ReportRendererContract;

class HtmlRendererTest extends ReportRendererContract {
  private static final Set<String> VOID = Set.of("meta", "img", "br");

  @Override
  protected ReportRenderer subject() {
    return new HtmlRenderer();
  }

  @Test
  void everySectionIsThereInBothLanguages() {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      String html = html(SampleFacts.json(), locale);
      for (String section : Sections.IDS) {
        assertTrue(html.contains("<section id=\"" + section + "\">"), section);
      }
      assertFalse(markup(html).contains("class=\"empty\""), "nothing is empty");
    }
    assertTrue(html(SampleFacts.json(), Locale.CHINA).contains("lang=\"zh-CN\""));
  }

  @Test
  void elementsAreNestedProperly() {
    Deque<String> open = new ArrayDeque<>();
    Matcher tags =
        Pattern.compile("<(/?)([a-z][a-z0-9]*)[^>]*>")
            .matcher(markup(html(SampleFacts.json(), Locale.ENGLISH)));
    while (tags.find()) {
      if (tags.group(1).isEmpty()) {
        if (!VOID.contains(tags.group(2))) {
          open.push(tags.group(2));
        }
      } else {
        assertEquals(open.pop(), tags.group(2));
      }
    }
    assertTrue(open.isEmpty(), "all closed");
  }

  @Test
  void textFromDataCanNeverBecomeMarkup() {
    String html = html(SampleFacts.json(), Locale.ENGLISH);
    assertFalse(html.contains("<img src=x"));
    assertTrue(html.contains("&lt;/script&gt;&lt;img"));
    assertTrue(html.contains("\\u003c/script\\u003e"));
    int data = html.indexOf("id=\"charts\"");
    assertFalse(html.substring(data, html.indexOf("</script>", data)).contains("\u2028"));
  }

  @Test
  void theFileAsksForNothingFromOutside() {
    String html = html(SampleFacts.json(), Locale.ENGLISH);
    assertFalse(Pattern.compile("(src|href)=\"(https?:)?//").matcher(html).find());
    String style = html.substring(html.indexOf("<style>"), html.indexOf("</style>"));
    assertFalse(style.contains("@import") || style.contains("url("));
    assertTrue(html.contains("default-src &#39;none&#39;"));
    assertTrue(html.length() < 1_200_000, "size " + html.length());
  }

  @Test
  void everyChartHasItsPlaceAndItsData() throws Exception {
    String html = html(SampleFacts.json(), Locale.ENGLISH);
    int from = html.indexOf('>', html.indexOf("id=\"charts\"")) + 1;
    JsonNode charts =
        new ObjectMapper().readTree(html.substring(from, html.indexOf("</script>", from)));
    assertTrue(charts.path("charts").size() >= 14);
    for (JsonNode chart : charts.path("charts")) {
      String place = "id=\"" + chart.path("id").asText() + "\"";
      assertEquals(html.indexOf(place), html.lastIndexOf(place));
      assertTrue(html.contains(place));
    }
  }

  @Test
  void forecastsNameChampionsAndTakeSalesApart() {
    String html = html(SampleFacts.json(), Locale.ENGLISH);
    assertTrue(html.contains("Champion and challengers"));
    assertTrue(html.contains("<td>50.0 %</td>") || html.contains("<td>50.0%</td>"), html);
    assertTrue(html.contains("\"colour\":\"good\"") && html.contains("\"colour\":\"bad\""));
    assertTrue(html(SampleFacts.json(), Locale.CHINA).contains("销量的构成"));
  }

  @Test
  void waterfallsEndWhereTheyShould() throws Exception {
    String html = html(SampleFacts.json(), Locale.ENGLISH);
    int from = html.indexOf('>', html.indexOf("id=\"charts\"")) + 1;
    JsonNode charts =
        new ObjectMapper().readTree(html.substring(from, html.indexOf("</script>", from)));
    int waterfalls = 0;
    for (JsonNode chart : charts.path("charts")) {
      if (chart.path("kind").asText().equals("waterfall")) {
        JsonNode steps = chart.path("steps");
        assertEquals(
            steps.path(steps.size() - 1).path("to").asDouble(),
            steps.path(steps.size() - 2).path("to").asDouble(),
            0.011);
        waterfalls++;
      }
    }
    assertEquals(6, waterfalls);
  }

  @Test
  void simulatedFiguresAndAssumedCostsAreAlwaysMarked() {
    String html = markup(html(SampleFacts.json(), Locale.ENGLISH));
    assertTrue(section(html, "effects").contains("class=\"badge simulated\""));
    assertTrue(section(html, "summary").contains("class=\"badge simulated\""));
    for (String section : List.of("summary", "prices", "promotions", "effects")) {
      assertTrue(section(html, section).contains("55%"), section);
    }
    assertTrue(section(html, "sales").contains("simulated customers"));
  }

  @Test
  void figuresAreWrittenAsPeopleWriteThem() {
    String english = html(SampleFacts.json(), Locale.ENGLISH);
    assertTrue(english.contains("£9,747,744"));
    assertTrue(english.contains("9,747,747.934"), "totals to the last digit");
    assertTrue(english.contains("−22,124.120"));
    assertTrue(html(SampleFacts.json(), Locale.CHINA).contains("£9,747,744"));
  }

  @Test
  void whatIsAbsentIsSaid() {
    String html = markup(html("{\"version\":1}", Locale.ENGLISH));
    for (String section : Sections.IDS) {
      assertTrue(section(html, section).contains("class=\"empty\""), section);
    }
  }

  private static String section(String html, String id) {
    int from = html.indexOf("<section id=\"" + id + "\">");
    return html.substring(from, html.indexOf("</section>", from));
  }

  /** Without the contents of scripts and styles. */
  private static String markup(String html) {
    return html.replaceAll("(?s)(<(script|style)[^>]*>).*?(</\\2>)", "$1$3")
        .replace("<!DOCTYPE html>", "");
  }

  private static String html(String facts, Locale locale) {
    return new String(
        new HtmlRenderer().render(new ReportModel(facts, locale)), StandardCharsets.UTF_8);
  }
}
