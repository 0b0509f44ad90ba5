package souk.trust.approval;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.kernel.spi.ConfigurationCheck;

/** Terms of the shop that go out with the next publication. */
@Component(
    service = {ConfiguredTerms.class, ConfigurationCheck.class},
    configurationPid = "souk.trust.approval.terms",
    property = ConfigurationCheck.PID + "=souk.trust.approval.terms")
@Designate(ocd = ConfiguredTerms.Config.class)
public final class ConfiguredTerms implements ConfigurationCheck {
  /** Time and tax of the shop. */
  @ObjectClassDefinition(
      name = "Souk: terms of the shop",
      description =
          "How the shop counts time and tax. Goes out, and is kept, with the next publication.")
  public @interface Config {
    @AttributeDefinition(
        name = "Zone",
        description =
            "Zone of the tz database in which weekdays and times of day of offers are meant, for"
                + " example Europe/London.")
    String zone() default "UTC";

    @AttributeDefinition(
        name = "Zones of stores",
        description =
            "Stores in another zone, each as store=zone, for example leeds=Europe/London.")
    String[] storeZones() default {};

    @AttributeDefinition(
        name = "Prices include tax",
        description = "Off if tax comes on top of the prices.")
    boolean pricesIncludeTax() default true;
  }

  private volatile Terms terms;

  @Activate
  public ConfiguredTerms(Config config) {
    terms = terms(config);
  }

  @Modified
  void modified(Config config) {
    terms = terms(config);
  }

  private static Terms terms(Config config) {
    return Terms.of(config.zone(), config.storeZones(), config.pricesIncludeTax());
  }

  Terms terms() {
    return terms;
  }

  @Override
  public Optional<String> refuses(Map<String, Object> values) {
    try {
      Terms.of(
          String.valueOf(values.getOrDefault("zone", "UTC")),
          values.get("storeZones") instanceof String[] stores ? stores : new String[0],
          true);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.ofNullable(e.getMessage());
    }
  }
}
