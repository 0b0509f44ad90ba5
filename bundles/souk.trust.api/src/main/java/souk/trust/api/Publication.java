package souk.trust.api;

import java.time.Instant;
import java.util.Optional;
import souk.model.SnapshotId;

/**
 * A change of what the shop serves.
 *
 * @param id names the publication; increasing
 * @param snapshot what it put into force
 * @param previous what was in force before; empty for the first
 * @param planId plan behind it; empty for the baseline and for an undo
 * @param experimentId experiment that judges it
 * @param undoes publication that it took back, if so
 * @param at when
 * @param actor who
 * @param reason why
 * @param prices articles in its price book
 * @param offers offers in force
 */
public record Publication(
    String id,
    SnapshotId snapshot,
    Optional<SnapshotId> previous,
    Optional<String> planId,
    Optional<String> experimentId,
    Optional<String> undoes,
    Instant at,
    String actor,
    String reason,
    int prices,
    int offers) {}
