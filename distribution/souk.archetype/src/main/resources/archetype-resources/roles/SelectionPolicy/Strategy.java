package ${package};

import java.util.List;
import java.util.stream.LongStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.offer.spi.Candidate;
import souk.offer.spi.Selection;
import souk.offer.spi.SelectionPolicy;
import souk.offer.spi.SelectionProblem;

/** Applies the one offer that takes most off: never breaks stacking or exclusivity. */
@Component(
    property = {
      "souk.role=SelectionPolicy",
      "souk.strategy=" + ${className}.ID,
      "souk.version=" + ${className}.VERSION,
      "souk.title=The single best offer"
    })
@Designate(ocd = ${className}.Config.class)
public final class ${className} implements SelectionPolicy {
  static final String ID = "${artifactId}";
  static final String VERSION = "${version}";

  /** Settings, shown as a form in the web console. */
  @ObjectClassDefinition(name = "${artifactId}", description = "The single best offer.")
  public @interface Config {
    @AttributeDefinition(
        name = "Least discount (minor units)",
        description = "An offer that takes off less is not applied; in pence or cents, 1 or more.",
        min = "1")
    long leastDiscountMinor() default 1;
  }

  private final long leastDiscountMinor;

  @Activate
  public ${className}(Config config) {
    this(config.leastDiscountMinor());
  }

  ${className}(long leastDiscountMinor) {
    if (leastDiscountMinor < 1) {
      throw new IllegalArgumentException(
          "leastDiscountMinor must be at least 1, but is %d.\nMaybe it was left empty."
              .formatted(leastDiscountMinor));
    }
    this.leastDiscountMinor = leastDiscountMinor;
  }

  @Override
  public Selection select(SelectionProblem problem) {
    List<Candidate> candidates = problem.candidates();
    int best = -1;
    long most = leastDiscountMinor - 1;
    for (int i = 0; i < candidates.size(); i++) {
      long total = LongStream.of(candidates.get(i).discountsMinor()).sum();
      if (total > most) {
        most = total;
        best = i;
      }
    }
    return best < 0 ? Selection.of() : Selection.of(best);
  }
}
