package souk.kernel.features;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import souk.kernel.api.FeatureChange;
import souk.kernel.features.archive.ArchiveStore;
import souk.kernel.features.archive.Limits;
import souk.kernel.features.archive.Signers;
import souk.kernel.features.files.Catalogue;
import souk.kernel.features.files.FeatureFile;
import souk.kernel.features.files.FeatureReader;
import souk.kernel.features.files.FeatureState;
import souk.kernel.features.files.Places;
import souk.kernel.features.files.Refused;
import souk.kernel.features.files.Source;
import souk.kernel.features.files.StateStore;
import souk.kernel.features.files.Versions;

/** The ways in: archives in the folder {@code incoming} of the state, and uploads. */
final class Intake {
  private final Places places;
  private final boolean uploadAllowed;
  private final Limits limits = Limits.usual();
  private final ArchiveStore store;
  private final Catalogue catalogue;
  private final StateStore states;

  Intake(
      Places places,
      Settings settings,
      FeatureReader reader,
      Catalogue catalogue,
      StateStore states)
      throws IOException {
    this.places = places;
    this.uploadAllowed = settings.upload();
    this.catalogue = catalogue;
    this.states = states;
    this.store = new ArchiveStore(places.store(), limits, new Signers(settings.trusted()), reader);
    ArchiveStore.createOwnerOnly(places.features());
    ArchiveStore.createOwnerOnly(places.store());
    ArchiveStore.createOwnerOnly(places.incoming());
  }

  /** Replaces the name of a file in the folder {@code incoming} by the id of its feature. */
  FeatureChange named(FeatureChange change) {
    String text = change.feature();
    if (!text.endsWith(".zip") && !text.endsWith(".sfa")) {
      return change;
    }
    Path file = places.incoming().resolve(text).normalize();
    if (!places.incoming().equals(file.getParent()) || !Files.isRegularFile(file)) {
      throw Refused.because(
          "feature.unknown",
          "There is no file %s in %s.%nMaybe copy it there first.",
          text,
          places.incoming());
    }
    return new FeatureChange(change.kind(), accept(file, text).id().toString());
  }

  /** Takes an archive over HTTP, if that is switched on. */
  String upload(InputStream archive) throws IOException {
    if (!uploadAllowed) {
      throw Refused.because(
          "feature.upload-off",
          "Uploads of features are switched off.%nMaybe set %s=true in conf/souk.properties, or put the archive into %s on the platform's machine.",
          Settings.UPLOAD,
          places.incoming());
    }
    Path file = Files.createTempFile(places.store(), "upload-", ".part");
    try {
      try (OutputStream out = Files.newOutputStream(file)) {
        copy(archive, out);
      }
      return accept(file, "The archive").id().toString();
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private void copy(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long total = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      total += n;
      if (total > limits.archiveBytes()) {
        throw Refused.because(
            "archive.too-large", "The archive has more than %d MB.", limits.archiveBytes() >> 20);
      }
      out.write(buffer, 0, n);
    }
  }

  private FeatureFile accept(Path file, String label) {
    String key = store.accept(file, label);
    FeatureFile feature = catalogue.stored(key).file();
    onlyOneUnderItsId(feature, key, label);
    Optional<Source> installed =
        catalogue.inForce(states.current()).stream()
            .filter(s -> s.name().equals(feature.name()))
            .findFirst();
    if (installed.isPresent()
        && Versions.compare(feature.version(), installed.get().file().version()) < 0) {
      forgetUnused();
      throw Refused.because(
          "feature.downgrade",
          "%s holds the feature %s in version %s, older than the installed %s.%nMaybe undo was meant.",
          label,
          feature.name(),
          feature.version(),
          installed.get().file().version());
    }
    return feature;
  }

  /** An id must mean one content: what nobody uses gives way, what somebody uses stays. */
  private void onlyOneUnderItsId(FeatureFile feature, String key, String label) {
    Set<String> used = used();
    for (Source other : catalogue.known()) {
      if (!other.file().id().equals(feature.id()) || other.key().equals(key)) {
        continue;
      }
      if (other.distributed() || used.contains(other.key())) {
        store.forget(key);
        throw Refused.because(
            "feature.other-content",
            "%s holds the feature %s, which is known here with other content.%nMaybe its version must be raised.",
            label,
            feature.id());
      }
      store.forget(other.key());
    }
  }

  /** Keeps what a state that undo can reach uses, and the latest archives besides. */
  void forgetUnused() {
    store.keep(used());
  }

  private Set<String> used() {
    Set<String> used = new HashSet<>();
    for (FeatureState state : states.reachable()) {
      state.used().values().forEach(use -> used.add(use.key()));
    }
    return used;
  }
}
