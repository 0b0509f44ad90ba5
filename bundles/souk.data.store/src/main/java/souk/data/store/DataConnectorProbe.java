package souk.data.store;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import souk.data.spi.DataConnector;
import souk.data.spi.SourceSpec;
import souk.kernel.spi.RoleProbe;

/** Asks a connector for a source that cannot exist; it must decline, not fail. */
@Component(service = RoleProbe.class, property = "souk.role=DataConnector")
public final class DataConnectorProbe implements RoleProbe {
  @Override
  public String role() {
    return "DataConnector";
  }

  @Override
  public Optional<String> probe(Object strategy) throws Exception {
    if (!(strategy instanceof DataConnector connector)) {
      return Optional.of("It is no DataConnector of this contract version.");
    }
    SourceSpec nowhere = new SourceSpec("/nonexistent/souk-self-test", Map.of());
    return connector.refuses(nowhere).isPresent()
        ? Optional.empty()
        : Optional.of("It does not decline a source that does not exist.");
  }

  @Override
  public boolean calledByName() {
    return true;
  }
}
