package souk.data.connector.jdbc;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** One configured database. */
@Component(
    service = NamedConnection.class,
    configurationPid = "souk.data.connector.jdbc",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = NamedConnection.Config.class, factory = true)
public final class NamedConnection {
  /** Configuration. */
  @ObjectClassDefinition(
      name = "Souk database connection",
      description = "A database that may be read as a data source. Loads name it.")
  public @interface Config {
    @AttributeDefinition(name = "Name", description = "How loads call it, for example erp.")
    String name();

    @AttributeDefinition(
        name = "Address",
        description = "JDBC address without a password, for example jdbc:postgresql://host/db.")
    String url();

    @AttributeDefinition(name = "User", description = "Should be a user that may only read.")
    String user() default "";

    @AttributeDefinition(
        name = "Password file",
        description =
            "File that only the platform's user may read; holds the password and nothing else. A relative name lies in the folder secrets of the state folder.")
    String passwordFile() default "";

    @AttributeDefinition(
        name = "Driver class",
        description = "Empty: the first driver that takes the address.")
    String driver() default "";

    @AttributeDefinition(
        name = "Driver properties",
        description = "Further properties of the driver, each as name=value.")
    String[] properties() default {};

    @AttributeDefinition(
        name = "Rows fetched at once (count)",
        description = "Between 1 and 1,000,000.",
        min = "1",
        max = "1000000")
    int fetchSize() default 1_000;

    @AttributeDefinition(
        name = "Query time limit in milliseconds",
        description = "A query that needs longer is given up. Full seconds; at least 1,000.",
        min = "1000",
        max = "86400000")
    long queryTimeoutMillis() default 600_000;
  }

  private final ConnectionSettings settings;

  @Activate
  public NamedConnection(BundleContext context, Config config) {
    this(settings(Path.of(String.valueOf(context.getProperty("souk.data")), "secrets"), config));
  }

  NamedConnection(ConnectionSettings settings) {
    this.settings = settings;
  }

  ConnectionSettings settings() {
    return settings;
  }

  static ConnectionSettings settings(Path secrets, Config config) {
    Map<String, String> properties = new LinkedHashMap<>();
    for (String property : config.properties()) {
      int sign = property.indexOf('=');
      if (sign < 1) {
        throw new IllegalArgumentException(
            "A driver property of connection %s has not the form name=value."
                .formatted(config.name()));
      }
      properties.put(property.substring(0, sign).strip(), property.substring(sign + 1).strip());
    }
    return new ConnectionSettings(
        config.name(),
        config.url(),
        config.user(),
        config.passwordFile().isBlank()
            ? Optional.empty()
            : Optional.of(secrets.resolve(config.passwordFile())),
        config.driver(),
        properties,
        config.fetchSize(),
        config.queryTimeoutMillis());
  }
}
