package souk.offer.coupons;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.jdbc.DataSourceFactory;
import org.osgi.service.metatype.annotations.Designate;
import souk.data.spi.CustomerData;
import souk.data.spi.StatePart;
import souk.offer.api.CouponLedger;
import souk.offer.api.LedgerView;
import souk.offer.coupons.record.LedgerKey;

/** The ledger in the store that is configured. */
@Component(
    service = {CouponLedger.class, LedgerView.class, StatePart.class, CustomerData.class},
    configurationPid = "souk.offer.coupons",
    immediate = true)
@Designate(ocd = LedgerConfig.class)
public final class CouponLedgerComponent extends Ledger {
  private final Drivers drivers;

  @Activate
  public CouponLedgerComponent(BundleContext context, LedgerConfig config) {
    this(LedgerFolder.of(context), config, new Drivers());
  }

  private CouponLedgerComponent(LedgerFolder folder, LedgerConfig config, Drivers drivers) {
    this(folder, folder.key(config.store(), new SecureRandom()), config, drivers);
  }

  private CouponLedgerComponent(
      LedgerFolder folder, LedgerKey key, LedgerConfig config, Drivers drivers) {
    super(
        key,
        Clock.systemUTC(),
        config.store().equals("postgres")
            ? folder.postgres(
                key, PostgresConnector.of(config, folder.secrets(), drivers), config.keyDays())
            : folder.sqlite(key, config.keyDays()),
        new SecureRandom(),
        config.refreshMillis());
    this.drivers = drivers;
  }

  // Dynamic, because a driver that comes or goes must not stop the ledger.
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addFactory(DataSourceFactory factory, Map<String, Object> properties) {
    drivers.add(factory, properties);
  }

  void removeFactory(DataSourceFactory factory) {
    drivers.remove(factory);
  }

  @Override
  @Deactivate
  public void close() {
    super.close();
  }
}
