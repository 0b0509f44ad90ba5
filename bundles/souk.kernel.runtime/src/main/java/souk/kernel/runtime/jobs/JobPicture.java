package souk.kernel.runtime.jobs;

import java.time.Instant;
import java.util.Optional;
import souk.kernel.api.Actor;
import souk.kernel.api.JobStatus;

/** A job at one moment. */
record JobPicture(
    String id,
    String kind,
    Actor actor,
    State state,
    Instant submittedAt,
    Optional<Instant> endedAt,
    double percent,
    double rate,
    Optional<Long> remainingMillis,
    String message,
    Optional<String> resultJson,
    Optional<String> error)
    implements JobStatus {}
