package souk.trust.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Annotation;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import souk.kernel.spi.ConfigurationCheck;
import souk.testkit.ConfigurationCheckContract;

class ConfiguredTermsTest extends ConfigurationCheckContract {
  private static ConfiguredTerms.Config config(String zone, String... stores) {
    return new ConfiguredTerms.Config() {
      @Override
      public String zone() {
        return zone;
      }

      @Override
      public String[] storeZones() {
        return stores;
      }

      @Override
      public boolean pricesIncludeTax() {
        return true;
      }

      @Override
      public Class<? extends Annotation> annotationType() {
        return ConfiguredTerms.Config.class;
      }
    };
  }

  @Override
  protected ConfigurationCheck subject() {
    return new ConfiguredTerms(config("UTC"));
  }

  @Override
  protected Map<String, Object> goodValues() {
    return Map.of("zone", "Asia/Shanghai", "storeZones", new String[] {"leeds=Europe/London"});
  }

  @Override
  protected Map<String, Object> badValues() {
    return Map.of("zone", "Asia/Peking", "storeZones", new String[0]);
  }

  @Test
  void aStoreWithoutItsZoneIsRefusedAndSaidHow() {
    Map<String, Object> values =
        Map.of("zone", "UTC", "storeZones", new String[] {"leeds Europe/London"});
    assertTrue(subject().refuses(values).orElseThrow().contains("leeds=Europe/London"));
  }

  @Test
  void newTermsHoldForTheNextPublication() {
    ConfiguredTerms terms = new ConfiguredTerms(config("UTC"));
    assertEquals(Terms.STANDARD, terms.terms());
    terms.modified(config("Asia/Shanghai", "leeds=Europe/London"));
    assertEquals(ZoneId.of("Europe/London"), terms.terms().shopTerms().zone(Optional.of("leeds")));
    assertEquals(ZoneId.of("Asia/Shanghai"), terms.terms().shopTerms().zone(Optional.empty()));
  }
}
