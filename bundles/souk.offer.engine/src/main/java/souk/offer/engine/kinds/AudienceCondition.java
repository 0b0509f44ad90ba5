package souk.offer.engine.kinds;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Component;
import souk.model.Reason;
import souk.model.Spec;
import souk.offer.spi.ConditionKind;
import souk.offer.spi.OfferContext;

/** The customer has one of some audience tags and none of some others. */
@Component(
    service = ConditionKind.class,
    property = {
      "souk.role=ConditionKind",
      "souk.strategy=audience",
      "souk.version=1.0.0",
      "souk.builtin:Boolean=true",
      "souk.title=Condition: audience tags"
    })
public final class AudienceCondition implements BuiltInCondition {
  @Override
  public CompiledCondition compile(Spec spec) {
    Parameters.onlyKnown(spec, "anyOf", "noneOf");
    Set<String> anyOf = Set.copyOf(spec.texts("anyOf"));
    Set<String> noneOf = Set.copyOf(spec.texts("noneOf"));
    if (anyOf.isEmpty() && noneOf.isEmpty()) {
      throw new IllegalArgumentException(
          "Kind audience needs a tag in anyOf or in noneOf, but both are empty.");
    }
    return new Tags(anyOf, noneOf);
  }

  private record Tags(Set<String> anyOf, Set<String> noneOf) implements CompiledCondition {
    @Override
    public Optional<Reason> fails(OfferContext context) {
      for (String tag : context.audience()) {
        if (noneOf.contains(tag)) {
          return Optional.of(
              Reason.of("audience.excluded", "The customer has the tag %s.".formatted(tag), tag));
        }
      }
      if (anyOf.isEmpty() || hasAny(context.audience())) {
        return Optional.empty();
      }
      String wanted = sorted(anyOf);
      return Optional.of(
          Reason.of(
              "audience.missing",
              "The customer has none of the tags %s.".formatted(wanted),
              wanted));
    }

    @Override
    public Set<String> needsOneTagOf() {
      return anyOf;
    }

    private boolean hasAny(Collection<String> audience) {
      for (String tag : audience) {
        if (anyOf.contains(tag)) {
          return true;
        }
      }
      return false;
    }

    private static String sorted(Set<String> tags) {
      return String.join(", ", new TreeSet<>(tags));
    }
  }
}
