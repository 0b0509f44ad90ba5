package souk.kernel.features.change;

import java.util.List;
import org.osgi.framework.Bundle;
import souk.kernel.api.FeatureChange;
import souk.kernel.api.FeaturePlan;
import souk.kernel.features.files.FeatureState;
import souk.kernel.features.files.Source;
import souk.model.Reason;

/** A plan with what its execution needs. */
public final class PlannedChange implements FeaturePlan {
  private final FeatureChange change;
  private final FeatureState target;
  private final List<Source> in;
  private final List<Source> out;
  private final Moves moves;
  private final List<String> refreshed;
  private final List<Reason> warnings;
  private final List<Reason> refusals;

  /**
   * What happens to bundles.
   *
   * @param come new ones without a predecessor, in start order
   * @param go ones without a successor
   * @param beside exchanged beside each other
   * @param inPlace exchanged one after the other
   */
  record Moves(List<Coming> come, List<Bundle> go, List<Exchange> beside, List<Exchange> inPlace) {
    static Moves none() {
      return new Moves(List.of(), List.of(), List.of(), List.of());
    }
  }

  PlannedChange(
      FeatureChange change,
      FeatureState target,
      List<Source> in,
      List<Source> out,
      Moves moves,
      List<String> refreshed,
      List<Reason> warnings,
      List<Reason> refusals) {
    this.change = change;
    this.target = target;
    this.in = List.copyOf(in);
    this.out = List.copyOf(out);
    this.moves = moves;
    this.refreshed = List.copyOf(refreshed);
    this.warnings = List.copyOf(warnings);
    this.refusals = List.copyOf(refusals);
  }

  FeatureState target() {
    return target;
  }

  Moves moves() {
    return moves;
  }

  List<Source> coming() {
    return in;
  }

  @Override
  public FeatureChange change() {
    return change;
  }

  @Override
  public List<String> featuresIn() {
    return in.stream().map(source -> source.file().id().toString()).toList();
  }

  @Override
  public List<String> featuresOut() {
    return out.stream().map(source -> source.file().id().toString()).toList();
  }

  @Override
  public List<String> installed() {
    return moves.come().stream().map(coming -> coming.part().label()).toList();
  }

  @Override
  public List<String> updatedBeside() {
    return moves.beside().stream().map(Exchange::words).toList();
  }

  @Override
  public List<String> updatedInPlace() {
    return moves.inPlace().stream().map(Exchange::words).toList();
  }

  @Override
  public List<String> removed() {
    return moves.go().stream().map(b -> b.getSymbolicName() + " " + b.getVersion()).toList();
  }

  @Override
  public List<String> refreshed() {
    return refreshed;
  }

  @Override
  public List<Reason> warnings() {
    return warnings;
  }

  @Override
  public List<Reason> refusals() {
    return refusals;
  }
}
