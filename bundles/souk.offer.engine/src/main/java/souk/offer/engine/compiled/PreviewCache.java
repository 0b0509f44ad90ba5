package souk.offer.engine.compiled;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import souk.kernel.api.Snapshot;
import souk.offer.api.Preview;

/**
 * Keeps the compiled forms of the latest previews: a batch of carts brings the same books again and
 * again, and compiling them costs more than a quote. Books are the same if they are the same
 * objects. Safe for use by many threads.
 */
public final class PreviewCache {
  private static final int MOST = 4;

  private volatile List<Known> latest = List.of();

  /** A preview and what was compiled for it. */
  private record Known(Preview preview, Optional<Snapshot> published, CompiledSnapshot compiled) {
    private boolean fits(Preview other, Optional<Snapshot> now) {
      return same(published, now)
          && same(preview.offers(), other.offers())
          && same(preview.prices(), other.prices())
          && same(preview.articles(), other.articles())
          && same(preview.terms(), other.terms())
          && same(preview.priceLayers(), other.priceLayers());
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean same(Optional<?> one, Optional<?> other) {
      return one.isPresent() == other.isPresent() && (one.isEmpty() || one.get() == other.get());
    }
  }

  /**
   * The compiled form of a preview.
   *
   * @param published what is in force now
   * @param draft makes the snapshot, if it is not known
   */
  public CompiledSnapshot of(
      Preview preview, Optional<Snapshot> published, Supplier<Snapshot> draft) {
    for (Known known : latest) {
      if (known.fits(preview, published)) {
        return known.compiled();
      }
    }
    CompiledSnapshot compiled = CompiledSnapshot.of(draft.get());
    keep(new Known(preview, published, compiled));
    return compiled;
  }

  private synchronized void keep(Known fresh) {
    List<Known> all = new ArrayList<>(latest);
    all.add(0, fresh);
    latest = List.copyOf(all.subList(0, Math.min(MOST, all.size())));
  }
}
