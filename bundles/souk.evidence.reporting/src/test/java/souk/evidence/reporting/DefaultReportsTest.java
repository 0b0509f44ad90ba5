package souk.evidence.reporting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import souk.evidence.api.EffectEstimate;
import souk.evidence.api.Experiment;
import souk.evidence.api.Experiments;
import souk.evidence.api.Report;
import souk.evidence.api.UnitKind;
import souk.evidence.reporting.facts.FactsCollector;
import souk.evidence.reporting.facts.Sources;
import souk.evidence.reporting.html.HtmlRenderer;
import souk.evidence.spi.ReportRenderer;
import souk.kernel.api.Progress;
import souk.model.CustomerKey;
import souk.model.EvidenceLabel;
import souk.model.Interval;
import souk.model.Provenance;
import souk.model.Reason;
import souk.testkit.DirectRouter;
import souk.testkit.InMemoryDocuments;

class DefaultReportsTest {
  private static final Instant NOW = Instant.parse("2024-01-01T00:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private final InMemoryDocuments documents = new InMemoryDocuments(CLOCK);

  @Test
  void aReportIsMadeWhenNothingElseIsThere() {
    DefaultReports reports = reports(none(Optional.empty()));
    assertTrue(reports.latest().isEmpty());
    Report report = reports.render(Locale.ENGLISH, Progress.none());
    assertEquals("text/html; charset=utf-8", report.mediaType());
    assertEquals(NOW, report.createdAt());
    assertTrue(new String(report.content(), StandardCharsets.UTF_8).contains("Nothing is loaded"));
    assertEquals(report.id(), reports.latest().orElseThrow().id());
  }

  @Test
  void theLatestReportIsBackAfterARestart() {
    Report before = reports(none(Optional.empty())).render(Locale.CHINA, Progress.none());
    Report after = reports(none(Optional.empty())).latest().orElseThrow();
    assertEquals(before.id(), after.id());
    assertArrayEquals(before.content(), after.content());
  }

  @Test
  void ofSeveralEstimatesTheLatestIsToldAndNoCustomerIsNamed() throws Exception {
    String facts =
        new FactsCollector(none(Optional.of(experiments())), new ObjectMapper())
            .collect("report-1", NOW, Progress.none());
    JsonNode effects = new ObjectMapper().readTree(facts).path("effects");
    assertEquals(1, effects.size());
    assertEquals(2.0, effects.path(0).path("perUnit").asDouble());
    assertEquals("SIMULATED", effects.path(0).path("label").asText());
    assertFalse(effects.path(0).has("relative"), "NaN is left out");
    assertFalse(facts.contains("customer-17"));
  }

  @Test
  void theProbeAcceptsOurRenderer() {
    assertEquals(Optional.empty(), new ReportRendererProbe().probe(new HtmlRenderer()));
  }

  private DefaultReports reports(Sources sources) {
    DirectRouter router = new DirectRouter().add(ReportRenderer.class, "html", new HtmlRenderer());
    return new DefaultReports(router, Optional.of(documents), sources, CLOCK);
  }

  private static Sources none(Optional<Experiments> experiments) {
    return new Sources(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        experiments,
        Optional.empty(),
        Optional.empty());
  }

  private static Experiments experiments() {
    return new Experiments() {
      @Override
      public Experiment design(String planId, double holdoutShare, long seed) {
        throw new UnsupportedOperationException("not asked for");
      }

      @Override
      public Optional<Experiment> find(String experimentId) {
        return list().stream().findFirst();
      }

      @Override
      public List<Experiment> list() {
        return List.of(
            new Experiment(
                "E-1",
                "P-1",
                UnitKind.CUSTOMER,
                0.5,
                1,
                Set.of("customer-17"),
                Set.of("customer-18"),
                Map.of(),
                NOW,
                EvidenceLabel.SIMULATED));
      }

      @Override
      public List<String> audienceOf(CustomerKey customer) {
        return List.of();
      }

      @Override
      public List<EffectEstimate> evaluate(String experimentId, Progress progress) {
        throw new UnsupportedOperationException("not asked for");
      }

      @Override
      public List<EffectEstimate> effects() {
        return List.of(effect(2.0), effect(1.0));
      }
    };
  }

  private static EffectEstimate effect(double perUnit) {
    return new EffectEstimate(
        "E-1",
        "profit",
        perUnit,
        new Interval(perUnit - 1, perUnit + 1, 0.95),
        perUnit,
        Double.NaN,
        1,
        1,
        EvidenceLabel.SIMULATED,
        "difference in means",
        List.of(Reason.of("effect.adjusted", "x", 0.5)),
        Provenance.builder(NOW, "test", "1.0.0").build());
  }
}
