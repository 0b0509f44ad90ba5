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

  @AttributeDefinition(
      name = "Values at once (count)",
      description =
          "Most observations of one model, about 200 bytes each; more are forecast in parts.",
      min = "1000",
      max = "1000000000")
  int values() default 2_000_000;

  @AttributeDefinition(
      name = "Steps until a refit (steps)",
      description = "New steps of data after which the model is learned anew; 1 for always.",
      min = "1",
      max = "520")
  int refitSteps() default 4;

  @AttributeDefinition(
      name = "Drift that asks for a refit (ratio)",
      description =
          "Error on new steps over the held-out error beyond which the model is learned anew.",
      min = "1",
      max = "100")
  double refitDrift() default 1.5;

  @AttributeDefinition(
      name = "Versions kept (count)",
      description = "Versions of a model that the registry keeps.",
      min = "1",
      max = "1000")
  int versions() default 8;
}
