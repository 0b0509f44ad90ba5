package souk.offer.api;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** How the shop counts time and tax; a part of a snapshot. Immutable. */
public final class ShopTerms {
  private final ZoneId zone;
  private final Map<String, ZoneId> storeZones;
  private final boolean pricesIncludeTax;

  private ShopTerms(Builder builder) {
    this.zone = builder.zone;
    this.storeZones = builder.storeZones;
    this.pricesIncludeTax = builder.pricesIncludeTax;
  }

  /** UTC, prices include tax. */
  public static ShopTerms standard() {
    return builder().build();
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Zone in which a store's weekdays and times of day are meant. */
  public ZoneId zone(Optional<String> store) {
    return store.map(id -> storeZones.getOrDefault(id, zone)).orElse(zone);
  }

  /** Zones of stores that differ from the shop's. */
  public Map<String, ZoneId> storeZones() {
    return storeZones;
  }

  /** False if tax comes on top of the prices. */
  public boolean pricesIncludeTax() {
    return pricesIncludeTax;
  }

  /** Collects terms; not safe for use by many threads. */
  public static final class Builder {
    private ZoneId zone = ZoneOffset.UTC;
    private Map<String, ZoneId> storeZones = Map.of();
    private boolean pricesIncludeTax = true;

    private Builder() {}

    public Builder zone(ZoneId id) {
      this.zone = id;
      return this;
    }

    public Builder storeZones(Map<String, ZoneId> zones) {
      this.storeZones = Map.copyOf(zones);
      return this;
    }

    public Builder pricesIncludeTax(boolean included) {
      this.pricesIncludeTax = included;
      return this;
    }

    public ShopTerms build() {
      return new ShopTerms(this);
    }
  }
}
