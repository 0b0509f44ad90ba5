package ${package};

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.model.Reason;
import souk.plan.api.Plan;
import souk.plan.api.PriceLine;
import souk.trust.api.Violation;
import souk.trust.spi.PolicyGuard;

/** Stops a plan that changes more prices at once than people can look at. */
@Component(
    property = {
      "souk.role=PolicyGuard",
      "souk.strategy=" + ${className}.ID,
      "souk.version=" + ${className}.VERSION,
      "souk.title=Most price changes of one plan"
    })
@Designate(ocd = ${className}.Config.class)
public final class ${className} implements PolicyGuard {
  static final String ID = "${artifactId}";
  static final String VERSION = "${version}";

  /** Limits, shown as a form in the web console. */
  @ObjectClassDefinition(name = "${artifactId}", description = "Most price changes of one plan.")
  public @interface Config {
    @AttributeDefinition(
        name = "Most changes (articles)",
        description = "Prices that one plan may change, 0 or more.",
        min = "0")
    int mostChanges() default 500;
  }

  private final int mostChanges;

  @Activate
  public ${className}(Config config) {
    this(config.mostChanges());
  }

  ${className}(int mostChanges) {
    if (mostChanges < 0) {
      throw new IllegalArgumentException(
          "mostChanges must not be negative, but is %d.\nMaybe 0 was meant, for no change at all."
              .formatted(mostChanges));
    }
    this.mostChanges = mostChanges;
  }

  @Override
  public List<Violation> judge(Plan plan) {
    long changes = plan.priceLines().stream().filter(PriceLine::changed).count();
    if (changes <= mostChanges) {
      return List.of();
    }
    return List.of(
        new Violation(
            ID,
            "plan " + plan.id(),
            Violation.Severity.BLOCK,
            Reason.of(
                "guard.${artifactId}",
                "The plan changes %d prices; at most %d are allowed. Plan fewer articles at once."
                    .formatted(changes, mostChanges),
                changes,
                mostChanges)));
  }
}
