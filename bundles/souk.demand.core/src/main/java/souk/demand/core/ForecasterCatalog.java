package souk.demand.core;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import souk.demand.api.ForecasterInfo;
import souk.demand.spi.Forecaster;
import souk.demand.spi.ForecasterProperties;
import souk.kernel.api.StrategyRef;
import souk.kernel.spi.StrategyProperties;

/** What forecasters tell by their properties; none is woken. Safe for use by many threads. */
@Component(service = ForecasterCatalog.class)
public final class ForecasterCatalog {
  private final Map<Object, ForecasterInfo> known = new ConcurrentHashMap<>();

  @Activate
  public ForecasterCatalog() {}

  @Reference(
      service = Forecaster.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      updated = "bindForecaster")
  void bindForecaster(ServiceReference<Forecaster> reference) {
    String strategy = text(reference, StrategyProperties.STRATEGY, "");
    known.put(
        reference,
        new ForecasterInfo(
            strategy,
            text(reference, StrategyProperties.VERSION, ""),
            text(reference, StrategyProperties.TITLE, strategy),
            text(reference, StrategyProperties.FAMILY, ""),
            number(reference, ForecasterProperties.MINIMUM_HISTORY, 1),
            text(reference, ForecasterProperties.COVARIATES, "none"),
            number(reference, ForecasterProperties.LONGEST_SEASON, 0),
            Boolean.parseBoolean(text(reference, ForecasterProperties.WHOLE_PANEL, "false"))));
  }

  void unbindForecaster(ServiceReference<Forecaster> reference) {
    known.remove(reference);
  }

  /** Takes in what is known from elsewhere. */
  ForecasterCatalog with(ForecasterInfo info) {
    known.put(info, info);
    return this;
  }

  private static String text(ServiceReference<?> reference, String name, String otherwise) {
    Object value = reference.getProperty(name);
    return value == null ? otherwise : value.toString();
  }

  private static int number(ServiceReference<?> reference, String name, int otherwise) {
    return reference.getProperty(name) instanceof Number value ? value.intValue() : otherwise;
  }

  /** What is known of a strategy; a strategy that tells nothing may get anything. */
  ForecasterInfo of(StrategyRef strategy) {
    for (ForecasterInfo info : known.values()) {
      if (info.strategy().equals(strategy.strategy())
          && info.version().equals(strategy.version())) {
        return info;
      }
    }
    return new ForecasterInfo(
        strategy.strategy(), strategy.version(), strategy.strategy(), "", 1, "none", 0, false);
  }

  List<ForecasterInfo> of(List<StrategyRef> strategies) {
    return strategies.stream().map(this::of).toList();
  }
}
