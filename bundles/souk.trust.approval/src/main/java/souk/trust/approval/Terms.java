package souk.trust.approval;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import souk.offer.api.ShopTerms;

/**
 * How the shop counts time and tax, as it is configured and kept.
 *
 * @param zone zone of weekdays and times of day
 * @param storeZones zones of stores that differ
 * @param pricesIncludeTax false if tax comes on top
 */
record Terms(String zone, SortedMap<String, String> storeZones, boolean pricesIncludeTax) {
  static final Terms STANDARD = new Terms("UTC", new TreeMap<>(), true);

  Terms {
    storeZones = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(storeZones));
  }

  /**
   * @param stores each as {@code store=zone}
   * @throws IllegalArgumentException if a zone is unknown or a store has none
   */
  static Terms of(String zone, String[] stores, boolean pricesIncludeTax) {
    check("zone", zone);
    SortedMap<String, String> zones = new TreeMap<>();
    for (String store : stores) {
      int equals = store.lastIndexOf('=');
      if (store.isBlank()) {
        continue;
      }
      if (equals <= 0) {
        throw new IllegalArgumentException(
            "storeZones (%s) must be store=zone.%nMaybe write it like leeds=Europe/London."
                .formatted(store));
      }
      String of = store.substring(equals + 1).trim();
      check("storeZones of " + store.substring(0, equals).trim(), of);
      zones.put(store.substring(0, equals).trim(), of);
    }
    return new Terms(zone.trim(), zones, pricesIncludeTax);
  }

  private static void check(String name, String zone) {
    try {
      ZoneId.of(zone.trim());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "%s (%s) must be a zone of the tz database.%nMaybe write it like Europe/London or Asia/Shanghai."
              .formatted(name, zone),
          e);
    }
  }

  ShopTerms shopTerms() {
    Map<String, ZoneId> zones = new LinkedHashMap<>();
    storeZones.forEach((store, of) -> zones.put(store, ZoneId.of(of)));
    return ShopTerms.builder()
        .zone(ZoneId.of(zone))
        .storeZones(zones)
        .pricesIncludeTax(pricesIncludeTax)
        .build();
  }
}
