package souk.kernel.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import souk.model.Reason;

/** What a change of features does to the bundles. A value: it can be shown, kept and refused. */
@ProviderType
public interface FeaturePlan {
  FeatureChange change();

  /** Ids of features that come. */
  List<String> featuresIn();

  /** Ids of features that go. */
  List<String> featuresOut();

  /** Bundles that are new here: symbolic name and version. */
  List<String> installed();

  /** Strategy bundles exchanged beside each other, without a gap: {@code name 1.0.0 -> 1.1.0}. */
  List<String> updatedBeside();

  /** Other bundles exchanged one after the other: their services are away for a moment. */
  List<String> updatedInPlace();

  /** Bundles that go. */
  List<String> removed();

  /** Bundles that stay but are wired anew, because what they import changes: they restart. */
  List<String> refreshed();

  /** What else follows, for example services that others will miss. */
  List<Reason> warnings();

  /** Why it cannot be done, with names and what to do; empty if it can. */
  List<Reason> refusals();
}
