package souk.kernel.features.change;

import java.util.Optional;
import souk.kernel.api.FeatureChange;
import souk.kernel.features.files.Catalogue;
import souk.kernel.features.files.FeatureState;
import souk.kernel.features.files.Refused;
import souk.kernel.features.files.Source;
import souk.kernel.features.files.StateStore;
import souk.kernel.features.files.Versions;

/** Which state a change leads to. Refuses what makes no sense whatever the bundles are. */
final class Targets {
  private final Catalogue catalogue;
  private final StateStore states;

  Targets(Catalogue catalogue, StateStore states) {
    this.catalogue = catalogue;
    this.states = states;
  }

  FeatureState of(FeatureState now, FeatureChange change) {
    return switch (change.kind()) {
      case INSTALL -> install(now, catalogue.find(change.feature()));
      case UPDATE -> update(now, catalogue.find(change.feature()));
      case REMOVE -> remove(now, change.feature());
      case UNDO ->
          states
              .before(now)
              .orElseThrow(
                  () ->
                      Refused.because(
                          "feature.nothing-to-undo",
                          "No earlier state of the features is kept, so nothing can be undone."));
    };
  }

  private Optional<Source> installed(FeatureState now, String name) {
    return catalogue.inForce(now).stream().filter(s -> s.name().equals(name)).findFirst();
  }

  private FeatureState install(FeatureState now, Source wanted) {
    Optional<Source> present = installed(now, wanted.name());
    if (present.isPresent()) {
      throw Refused.because(
          "feature.installed",
          "The feature %s is installed in version %s.%nMaybe update was meant.",
          wanted.name(),
          present.get().file().version());
    }
    refuseOlderThanShipped(wanted);
    return use(now, wanted);
  }

  private FeatureState update(FeatureState now, Source wanted) {
    Source present =
        installed(now, wanted.name())
            .orElseThrow(
                () ->
                    Refused.because(
                        "feature.not-installed",
                        "The feature %s is not installed.%nMaybe install was meant.",
                        wanted.name()));
    if (!present.file().id().group().equals(wanted.file().id().group())) {
      throw Refused.because(
          "feature.other-group",
          "The feature %s comes from %s, but the installed one from %s.%nMaybe it is another feature of the same name.",
          wanted.name(),
          wanted.file().id().group(),
          present.file().id().group());
    }
    int order = Versions.compare(wanted.file().version(), present.file().version());
    if (order < 0) {
      throw Refused.because(
          "feature.downgrade",
          "The feature %s is installed in version %s, newer than %s.%nMaybe undo was meant, which goes back to what was installed before.",
          wanted.name(),
          present.file().version(),
          wanted.file().version());
    }
    if (order == 0) {
      throw Refused.because(
          "feature.same-version",
          "The feature %s is installed in version %s already.",
          wanted.name(),
          present.file().version());
    }
    return use(now, wanted);
  }

  private void refuseOlderThanShipped(Source wanted) {
    catalogue.known().stream()
        .filter(s -> s.distributed() && s.name().equals(wanted.name()))
        .filter(s -> Versions.compare(s.file().version(), wanted.file().version()) > 0)
        .findFirst()
        .ifPresent(
            shipped -> {
              throw Refused.because(
                  "feature.downgrade",
                  "The distribution has the feature %s in version %s, newer than %s.%nMaybe install that one.",
                  wanted.name(),
                  shipped.file().version(),
                  wanted.file().version());
            });
  }

  private FeatureState use(FeatureState now, Source wanted) {
    return wanted.distributed() && catalogue.listed().contains(wanted.name())
        ? now.asListed(wanted.name())
        : now.with(wanted.name(), new FeatureState.Use(wanted.file().version(), wanted.key()));
  }

  private FeatureState remove(FeatureState now, String text) {
    String name = text.contains(":") ? text.split(":", -1)[1] : text;
    Source present =
        installed(now, name)
            .orElseThrow(
                () ->
                    Refused.because(
                        "feature.not-installed",
                        "The feature %s is not installed.%nMaybe its name is misspelt; \"souk features list\" shows all.",
                        name));
    if (present.file().required()) {
      throw Refused.because(
          "feature.required",
          "Without the feature %s the platform cannot run or cannot be administered, so it is not removed while it runs.%nMaybe stop the platform and edit conf/features.properties, if you mean it.",
          name);
    }
    return now.without(name, catalogue.listed().contains(name));
  }
}
