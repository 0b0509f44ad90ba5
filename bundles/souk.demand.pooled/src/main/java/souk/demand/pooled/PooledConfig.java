package souk.demand.pooled;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the pooled forecaster. */
@ObjectClassDefinition(
    name = "Souk: forecasts by one model over many series",
    description = "Boosted trees that learn from all series what prices and promotions do.")
public @interface PooledConfig {
  @AttributeDefinition(name = "Price", description = "Covariate that holds the price paid.")
  String price() default "price";

  @AttributeDefinition(
      name = "Regular price",
      description = "Covariate that holds the regular price; without it, it is derived.")
  String basePrice() default "base-price";

  @AttributeDefinition(
      name = "Available",
      description = "Covariate that is 0 where nothing could be sold.")
  String available() default "available";

  @AttributeDefinition(
      name = "Product",
      description = "Covariate that holds the code of the product.")
  String product() default "product";

  @AttributeDefinition(name = "Store", description = "Covariate that holds the code of the store.")
  String store() default "store";

  @AttributeDefinition(
      name = "Category",
      description = "Covariate that holds the code of the category.")
  String category() default "category";

  @AttributeDefinition(
      name = "Country",
      description = "Whose holidays count, as ISO code such as CN; empty for none.")
  String country() default "";

  @AttributeDefinition(
      name = "Paydays (days of the month)",
      description = "Days on which wages arrive; the working day before counts.",
      min = "1",
      max = "31")
  int[] paydays() default {};

  @AttributeDefinition(
      name = "School holidays",
      description = "Ranges such as 2025-07-15..2025-08-26.")
  String[] school() default {};

  @AttributeDefinition(
      name = "Trees (count)",
      description = "Most trees; fewer are kept where more do not help.",
      min = "1",
      max = "10000")
  int trees() default 400;

  @AttributeDefinition(
      name = "Rows (count)",
      description = "Most rows that are learned from; beyond it they are drawn.",
      min = "1000",
      max = "50000000")
  int rows() default 600_000;
}
