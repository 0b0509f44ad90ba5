package souk.data.connector.jdbc;

import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.osgi.service.jdbc.DataSourceFactory;

/**
 * The drivers that bundles offer (OSGi compendium, chapter 125). The JDK's own registry is not
 * asked: it keeps class loaders alive and sees no bundles. Immutable.
 */
final class Drivers {
  private final List<Map.Entry<Map<String, Object>, DataSourceFactory>> offers;

  Drivers(List<Map.Entry<Map<String, Object>, DataSourceFactory>> offers) {
    this.offers = List.copyOf(offers);
  }

  /**
   * The driver of that class, or if that is empty the first that takes the address.
   *
   * @throws SQLException if there is none
   */
  Driver find(String driverClass, String url) throws SQLException {
    for (Map.Entry<Map<String, Object>, DataSourceFactory> offer : offers) {
      if (driverClass.isEmpty() || driverClass.equals(className(offer))) {
        Driver driver = offer.getValue().createDriver(new Properties());
        if (driver.acceptsURL(url)) {
          return driver;
        }
      }
    }
    throw new SQLException(
        "No driver%s takes the address; bundles offer %s.%nMaybe install the bundle of the driver: it must offer the service DataSourceFactory."
            .formatted(driverClass.isEmpty() ? "" : " " + driverClass, names()));
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    offers.forEach(offer -> names.add(className(offer)));
    return names;
  }

  private static String className(Map.Entry<Map<String, Object>, DataSourceFactory> offer) {
    return String.valueOf(offer.getKey().get(DataSourceFactory.OSGI_JDBC_DRIVER_CLASS));
  }
}
