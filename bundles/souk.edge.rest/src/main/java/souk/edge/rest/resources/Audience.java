package souk.edge.rest.resources;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import souk.customer.api.Segments;
import souk.edge.rest.http.Rooms;
import souk.evidence.api.Experiments;
import souk.model.CustomerKey;

/**
 * Tags of customers; without the rooms that know them, there are none. A room that is being
 * replaced is waited for, because its tags decide about prices.
 */
final class Audience {
  private final Rooms rooms;

  Audience(Rooms rooms) {
    this.rooms = rooms;
  }

  Set<String> of(Optional<CustomerKey> customer) {
    if (customer.isEmpty()) {
      return Set.of();
    }
    Set<String> tags = new HashSet<>();
    rooms
        .settled(Segments.class)
        .flatMap(segments -> segments.segmentOf(customer.get()))
        .ifPresent(segment -> tags.add("segment:" + segment));
    rooms
        .settled(Experiments.class)
        .ifPresent(experiments -> tags.addAll(experiments.audienceOf(customer.get())));
    return tags;
  }
}
