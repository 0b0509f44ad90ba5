package souk.offer.coupons;

import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.jdbc.DataSourceFactory;

/** The drivers that bundles offer (OSGi compendium, chapter 125). Safe for use by many threads. */
final class Drivers {
  private final Map<DataSourceFactory, String> offers = new ConcurrentHashMap<>();

  void add(DataSourceFactory factory, Map<String, Object> properties) {
    offers.put(factory, String.valueOf(properties.get(DataSourceFactory.OSGI_JDBC_DRIVER_CLASS)));
  }

  void remove(DataSourceFactory factory) {
    offers.remove(factory);
  }

  /**
   * The driver of that class, or if that is empty one that takes the address.
   *
   * @throws SQLException if there is none
   */
  Driver find(String driverClass, String url) throws SQLException {
    for (Map.Entry<DataSourceFactory, String> offer : offers.entrySet()) {
      if (driverClass.isEmpty() || driverClass.equals(offer.getValue())) {
        Driver driver = offer.getKey().createDriver(new Properties());
        if (driver.acceptsURL(url)) {
          return driver;
        }
      }
    }
    List<String> names = new ArrayList<>(offers.values());
    throw new SQLException(
        "no driver%s takes the address; bundles offer %s; install the bundle of the driver"
            .formatted(driverClass.isEmpty() ? "" : " " + driverClass, names));
  }
}
