package souk.customer.core;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import souk.customer.api.CustomerSegment;
import souk.customer.api.Segmentation;

/** Tells a segmentation that keeps its contract from nonsense. */
final class SegmentationCheck {
  private SegmentationCheck() {}

  static Optional<String> complaint(Segmentation segmentation) {
    Set<String> ids = new HashSet<>();
    for (CustomerSegment segment : segmentation.segments()) {
      ids.add(segment.id());
      if (!(segment.revenueShare() >= -1 && Double.isFinite(segment.meanFrequency()))) {
        return Optional.of("segment %s has figures that are no numbers".formatted(segment.id()));
      }
    }
    if (segmentation.memberships().isEmpty()) {
      return Optional.of("no customer belongs to a segment");
    }
    return ids.containsAll(segmentation.memberships().values())
        ? Optional.empty()
        : Optional.of("customers belong to segments that are not described");
  }
}
