package souk.trust.policy;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Component;
import souk.kernel.spi.ConfigurationCheck;

/** Says before a guard is configured whether it would take its limits, which are decimal texts. */
@Component(
    property = {
      ConfigurationCheck.PID + "=souk.trust.policy.price-floor",
      ConfigurationCheck.PID + "=souk.trust.policy.maximum-change",
      ConfigurationCheck.PID + "=souk.trust.policy.promotion-depth",
      ConfigurationCheck.PID + "=souk.trust.policy.offer-depth",
      ConfigurationCheck.PID + "=souk.trust.policy.offer-reach"
    })
public final class GuardLimits implements ConfigurationCheck {
  @Override
  public Optional<String> refuses(Map<String, Object> values) {
    for (Map.Entry<String, Object> value : new TreeMap<>(values).entrySet()) {
      try {
        Shares.parse(value.getKey(), String.valueOf(value.getValue()));
      } catch (IllegalArgumentException e) {
        return Optional.ofNullable(e.getMessage());
      }
    }
    return Optional.empty();
  }
}
