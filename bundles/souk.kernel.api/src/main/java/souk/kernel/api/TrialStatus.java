package souk.kernel.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** A trial of a strategy at one moment. */
@ProviderType
public interface TrialStatus {
  /** How a strategy is tried. */
  enum Kind {
    /** Gets copies, never serves. */
    SHADOW,
    /** Serves a share. */
    CANARY
  }

  /** What has come of a trial. */
  enum Verdict {
    RUNNING,
    /** A metric is proven to be worse than the primary's. */
    STOPPED_WORSE,
    /** Too many calls failed or hung, or the circuit opened. */
    STOPPED_ERRORS,
    /** Too many calls were slow. */
    STOPPED_LATENCY,
    /** The budget is used and every measured metric is proven good enough. */
    PASSED,
    /** The budget is used; nothing is proven either way. */
    BUDGET_USED,
    STOPPED_BY_HAND,
    /** Somebody selected another primary, or this strategy itself. */
    SUPERSEDED;

    /** True if a guardrail ended the trial. */
    public boolean byGuardrail() {
      return this == STOPPED_WORSE || this == STOPPED_ERRORS || this == STOPPED_LATENCY;
    }
  }

  String id();

  Kind kind();

  StrategyRef strategy();

  /** The primary it is compared with. */
  Optional<StrategyRef> against();

  Actor startedBy();

  Instant startedAt();

  Optional<Instant> endedAt();

  Verdict verdict();

  /** Why it was started or, once it has ended, why it ended, with figures. */
  String reason();

  /** Empty for a shadow. */
  Optional<CanaryPlan> plan();

  /** Sessions, or calls outside sessions, that the candidate served; 0 for a shadow. */
  long exposures();

  /** Calls of the candidate in this trial, copies included. */
  long calls();

  /** Calls that threw, hung or answered what the contract forbids. */
  long errors();

  /** Those of the errors whose answer the contract forbids. */
  long contractViolations();

  /** Calls that were slower than the limit; 0 for a shadow. */
  long slowCalls();

  /** 99 % of the candidate's recent calls took at most this long, in microseconds. */
  long p99Micros();

  /** Of the primary, likewise. */
  long primaryP99Micros();

  /** Answers that were compared with the primary's answer to the same call. */
  long compared();

  /** Compared answers that were equal. */
  long agreed();

  /** Copies that were not made, because their cost is bounded. */
  long dropped();

  /** Short texts of recent answers that differ, newest first; without customer data. */
  List<String> disagreements();

  /** One for each metric that was measured. */
  List<MetricStatus> metrics();
}
