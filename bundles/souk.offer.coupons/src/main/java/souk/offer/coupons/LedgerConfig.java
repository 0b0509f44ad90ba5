package souk.offer.coupons;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Configuration. */
@ObjectClassDefinition(
    name = "Souk coupon ledger",
    description = "Where uses of coupons and limited offers are counted.")
@interface LedgerConfig {
  @AttributeDefinition(
      name = "Store",
      description =
          "A file of this node, or a PostgreSQL database that several nodes share. A change does not move what was counted.",
      options = {
        @Option(label = "File (SQLite)", value = "sqlite"),
        @Option(label = "PostgreSQL", value = "postgres")
      })
  String store() default "sqlite";

  @AttributeDefinition(
      name = "Address",
      description =
          "JDBC address of the database without a password, for example jdbc:postgresql://host/db.")
  String url() default "";

  @AttributeDefinition(name = "User", description = "May create tables in the database.")
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
      name = "Time between looks in milliseconds",
      description =
          "How often expired reservations, and what other nodes wrote, are looked for while nobody asks. Between 10 and 60,000.",
      min = "10",
      max = "60000")
  long refreshMillis() default 200;

  @AttributeDefinition(
      name = "Known keys (days)",
      description =
          "For how many whole days at least a repeated request gets its first answer again. Later its key counts as new. Each known key takes about 50 bytes of heap. Between 1 and 3,650.",
      min = "1",
      max = "3650")
  int keyDays() default 30;
}
