package souk.evidence.reporting.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import org.osgi.service.component.annotations.Component;
import souk.evidence.spi.ReportModel;
import souk.evidence.spi.ReportRenderer;
import souk.kernel.spi.StrategyProperties;

/** One HTML file that needs nothing else: style, script, chart library and data are inside. */
@Component(
    service = ReportRenderer.class,
    property = {
      StrategyProperties.ROLE + "=ReportRenderer",
      StrategyProperties.STRATEGY + "=html",
      StrategyProperties.VERSION + "=1.0.0",
      StrategyProperties.BUILTIN + ":Boolean=true",
      StrategyProperties.TITLE + "=Self-contained HTML"
    })
public final class HtmlRenderer implements ReportRenderer {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

  private final ObjectMapper mapper =
      JsonMapper.builder()
          .typeFactory(TypeFactory.defaultInstance().withCache(new LRUMap<>(16, 64)))
          .build();
  private final String style = resource("report.css");
  private final String script = resource("report.js");
  private final String chartLibrary = resource("echarts.common.min.js");

  @Override
  public String mediaType() {
    return "text/html; charset=utf-8";
  }

  @Override
  public byte[] render(ReportModel model) {
    JsonNode facts = read(model.factsJson());
    Messages messages = Messages.of(model.locale());
    Figures figures = new Figures(messages.locale(), currency(facts));
    Page page = new Page(facts, messages, figures, mapper.createArrayNode());
    document(page);
    return page.html().toString().getBytes(StandardCharsets.UTF_8);
  }

  private void document(Page page) {
    Html html = page.html();
    html.trusted("<!DOCTYPE html>\n").open("html", "lang", page.messages().language()).open("head");
    html.open("meta", "charset", "utf-8");
    html.open("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
    html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.element("title", page.text("title"));
    html.open("style").trusted(style).close("style").close("head").open("body");
    header(page);
    html.open("main");
    SummarySection.write(page);
    SalesSection.write(page);
    QualitySection.write(page);
    SegmentSection.write(page);
    ScoreSection.write(page);
    ForecastSection.write(page);
    ResponseSection.write(page);
    PriceSection.write(page);
    PromotionSection.write(page);
    EffectSection.write(page);
    ProvenanceSection.write(page);
    html.close("main");
    html.element("footer", page.text("footer"));
    html.json("charts", charts(page));
    html.open("script").trusted(chartLibrary).close("script");
    html.open("script").trusted(script).close("script");
    html.close("body").close("html");
  }

  private static void header(Page page) {
    Html html = page.html();
    html.open("header").element("h1", page.text("title"));
    String created =
        page.facts().path("createdAt").asText("").replace('T', ' ').replace("Z", " UTC");
    html.element(
        "p",
        page.text("subtitle", page.facts().path("id").asText(), created.replaceAll("\\.\\d+", "")));
    html.open("nav");
    for (String section : Sections.IDS) {
      html.element("a", page.text("section." + section), "href", "#" + section);
    }
    html.close("nav").close("header");
  }

  private String charts(Page page) {
    ObjectNode node = mapper.createObjectNode();
    node.put("locale", page.messages().language());
    node.put("cropped", page.text("chart.cropped"));
    node.set("charts", page.charts());
    try {
      return mapper.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The charts of the report cannot be written.", e);
    }
  }

  private JsonNode read(String factsJson) {
    try {
      JsonNode facts = mapper.readTree(factsJson);
      if (facts != null && facts.isObject()) {
        return facts;
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The facts of the report are no JSON.", e);
    }
    throw new IllegalArgumentException("The facts of the report must be a JSON object.");
  }

  private static Currency currency(JsonNode facts) {
    String code = facts.path("currency").asText("");
    return code.isEmpty() ? Currency.getInstance("XXX") : Currency.getInstance(code);
  }

  private static String resource(String name) {
    try (InputStream in =
        HtmlRenderer.class.getResourceAsStream("/souk/evidence/reporting/" + name)) {
      if (in == null) {
        throw new IllegalStateException(
            "The report's part %s is missing from its bundle.%nMaybe the bundle was built incompletely."
                .formatted(name));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The report's part " + name + " cannot be read.", e);
    }
  }
}
