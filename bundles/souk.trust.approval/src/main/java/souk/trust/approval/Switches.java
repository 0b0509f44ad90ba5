package souk.trust.approval;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import souk.model.SnapshotId;
import souk.offer.api.Offer;
import souk.offer.api.OfferBook;
import souk.trust.api.OfferSwitch;

/**
 * Which offers are stopped, whatever is published.
 *
 * @param all set while no offer is given
 * @param killed by offer id
 * @param paused by offer id
 */
record Switches(
    Optional<OfferSwitch> all,
    SortedMap<String, OfferSwitch> killed,
    SortedMap<String, OfferSwitch> paused) {
  static final Switches NONE = new Switches(Optional.empty(), new TreeMap<>(), new TreeMap<>());

  /** Between the name of what was published and the fingerprint of what is stopped of it. */
  static final char SEPARATOR = '~';

  Switches {
    killed = Collections.unmodifiableSortedMap(new TreeMap<>(killed));
    paused = Collections.unmodifiableSortedMap(new TreeMap<>(paused));
  }

  Switches all(Optional<OfferSwitch> by) {
    return new Switches(by, killed, paused);
  }

  Switches kill(OfferSwitch by) {
    return new Switches(all, with(killed, by), paused);
  }

  Switches lift(String offerId) {
    return new Switches(all, without(killed, offerId), paused);
  }

  Switches pause(OfferSwitch by) {
    return new Switches(all, killed, with(paused, by));
  }

  Switches resume(String offerId) {
    return new Switches(all, killed, without(paused, offerId));
  }

  /** All there are. */
  List<OfferSwitch> everyone() {
    return Stream.of(all.stream(), killed.values().stream(), paused.values().stream())
        .flatMap(each -> each)
        .toList();
  }

  Optional<OfferSwitch> killing(String offerId) {
    return Optional.ofNullable(killed.get(offerId)).or(() -> all);
  }

  /** The offers as tills see them: killed ones are gone, paused ones are marked. */
  OfferBook applied(OfferBook book) {
    if (all.isPresent()) {
      return new OfferBook(List.of());
    }
    if (killed.isEmpty() && paused.isEmpty()) {
      return book;
    }
    return new OfferBook(
        book.offers().stream()
            .filter(offer -> !killed.containsKey(offer.id()))
            .map(offer -> paused.containsKey(offer.id()) ? OfferCopies.paused(offer, true) : offer)
            .toList());
  }

  /**
   * Names what tills see: the published name where nothing of it is stopped, else with a
   * fingerprint, so that equal names always mean equal offers.
   */
  SnapshotId name(Content content) {
    String stopped = stopped(content.offers());
    return stopped.isEmpty()
        ? content.id()
        : new SnapshotId(content.id().value() + SEPARATOR + fingerprint(stopped));
  }

  private String stopped(OfferBook book) {
    if (all.isPresent()) {
      return book.offers().isEmpty() ? "" : "all";
    }
    if (killed.isEmpty() && paused.isEmpty()) {
      return "";
    }
    return book.offers().stream()
        .map(Offer::id)
        .filter(id -> killed.containsKey(id) || paused.containsKey(id))
        .sorted()
        .map(id -> (killed.containsKey(id) ? "killed " : "paused ") + id)
        .collect(Collectors.joining("\n"));
  }

  private static String fingerprint(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256.", e);
    }
  }

  private static SortedMap<String, OfferSwitch> with(
      SortedMap<String, OfferSwitch> map, OfferSwitch by) {
    SortedMap<String, OfferSwitch> copy = new TreeMap<>(map);
    copy.put(by.offerId().orElseThrow(), by);
    return copy;
  }

  private static SortedMap<String, OfferSwitch> without(
      SortedMap<String, OfferSwitch> map, String offerId) {
    SortedMap<String, OfferSwitch> copy = new TreeMap<>(map);
    copy.remove(offerId);
    return copy;
  }
}
