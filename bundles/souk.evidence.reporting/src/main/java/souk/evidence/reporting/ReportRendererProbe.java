package souk.evidence.reporting;

import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import souk.evidence.spi.ReportModel;
import souk.evidence.spi.ReportRenderer;
import souk.kernel.spi.RoleProbe;

/** Asks a renderer for a report of nothing: empty facts must not stop it. */
@Component(service = RoleProbe.class)
public final class ReportRendererProbe implements RoleProbe {
  @Override
  public String role() {
    return ReportRenderer.class.getSimpleName();
  }

  @Override
  public Optional<String> probe(Object strategy) {
    ReportRenderer renderer = (ReportRenderer) strategy;
    if (renderer.mediaType().isBlank()) {
      return Optional.of("names no media type");
    }
    byte[] document = renderer.render(new ReportModel("{\"version\":1}", Locale.ENGLISH));
    return document.length > 0 ? Optional.empty() : Optional.of("renders nothing");
  }
}
