package souk.trust.approval;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Component;
import souk.kernel.spi.ConfigurationCheck;

/** Says before the desk is configured whether it would take its limits. */
@Component(property = ConfigurationCheck.PID + "=souk.trust.approval.desk")
public final class DeskLimits implements ConfigurationCheck {
  @Override
  public Optional<String> refuses(Map<String, Object> values) {
    for (Map.Entry<String, Object> value : new TreeMap<>(values).entrySet()) {
      try {
        if (value.getKey().endsWith("Share")) {
          SecondPerson.share(value.getKey(), String.valueOf(value.getValue()));
        } else if (value.getKey().equals("secondPersonBudget")) {
          SecondPerson.amount(value.getKey(), String.valueOf(value.getValue()));
        }
      } catch (IllegalArgumentException e) {
        return Optional.ofNullable(e.getMessage());
      }
    }
    return Optional.empty();
  }
}
