package souk.trust.approval;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Which changes of offers need two people, PID {@code souk.trust.approval.desk}. */
@ObjectClassDefinition(
    name = "Souk: second person for offers",
    description =
        "Changes of offers and price layers that are larger than this must be approved by somebody"
            + " who neither wrote nor submitted them.")
public @interface DeskConfig {
  @AttributeDefinition(
      name = "Articles touched (share)",
      description =
          "From 0 (every change needs a second person) to 1 (none does for this reason): articles"
              + " whose price may change, as a share of all.")
  String secondPersonArticlesShare() default "0.20";

  @AttributeDefinition(
      name = "Depth (share)",
      description =
          "From 0 to 1: greatest share of a price taken off by all offers that may stand together.")
  String secondPersonDepthShare() default "0.30";

  @AttributeDefinition(
      name = "Budget (major units)",
      description = "Sum of the budgets of the changed offers, in the currency of the prices.")
  String secondPersonBudget() default "10000";

  @AttributeDefinition(
      name = "Offers without a budget",
      description = "On if an offer that takes money off and has no budget needs a second person.")
  boolean secondPersonOpenBudget() default false;

  @AttributeDefinition(
      name = "Every change",
      description = "On if every change needs a second person, however small.")
  boolean secondPersonAlways() default false;
}
