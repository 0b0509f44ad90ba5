package souk.edge.rest.http;

import java.time.DateTimeException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import souk.data.api.Documents;
import souk.data.api.LoadException;
import souk.data.api.StoreException;
import souk.kernel.api.FeatureException;
import souk.kernel.api.RoutingException;
import souk.offer.api.LedgerException;
import souk.offer.api.QuoteException;
import souk.plan.api.InfeasibleException;
import souk.trust.api.TrustException;

/** Turns the exceptions of the rooms into problems. */
public final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private Problems() {}

  static Problem of(Exception failed, Exchange exchange) {
    return known(failed).orElseGet(() -> unexpected(failed, exchange));
  }

  /** Why a job failed; the kernel logs it. */
  public static Problem ofJob(Exception failed) {
    return known(failed)
        .orElseGet(() -> Problem.of(500, "job.failed", Title.JOB_FAILED, message(failed)));
  }

  /** The problem that an exception stands for; empty if it is a failure of the platform. */
  public static Optional<Problem> known(Exception failed) {
    return Optional.ofNullable(knownOrNull(failed));
  }

  private static @Nullable Problem knownOrNull(Exception failed) {
    if (failed instanceof ProblemException refused) {
      return refused.problem();
    }
    if (failed instanceof QuoteException quote) {
      return Problem.of(
          quote.code().equals("quote.nothing-published") ? 409 : 422,
          quote.code(),
          Title.CART_REFUSED,
          message(failed));
    }
    if (failed instanceof LedgerException ledger) {
      boolean again = ledger.code().equals(LedgerException.KEY_CONFLICT);
      return Problem.of(
          status(ledger),
          again ? "idempotency.other-content" : ledger.code(),
          again ? Title.REPEATED : Title.COUPON_REFUSED,
          message(failed));
    }
    if (failed instanceof LoadException load) {
      return Problem.of(422, load.code(), Title.LOAD_REFUSED, message(failed));
    }
    if (failed instanceof TrustException trust) {
      return Problem.of(status(trust), trust.code(), Title.STEP_REFUSED, message(failed));
    }
    if (failed instanceof InfeasibleException infeasible) {
      return new Problem(
          "plan.infeasible",
          Title.INFEASIBLE,
          422,
          message(failed),
          Map.of("conflict", infeasible.conflict()));
    }
    if (failed instanceof FeatureException feature) {
      return feature(feature);
    }
    if (failed instanceof RoutingException routing) {
      return Problem.of(
          status(routing.code()),
          "strategy." + routing.code().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          Title.NO_STRATEGY,
          message(failed));
    }
    if (failed instanceof Documents.ConflictException) {
      return Problem.of(409, "document.conflict", Title.CONFLICT, message(failed));
    }
    if (failed instanceof StoreException) {
      return Problem.of(503, "store.failed", Title.STORE_FAILED, message(failed));
    }
    if (failed instanceof RejectedExecutionException) {
      return Problem.of(503, "jobs.full", Title.TOO_MUCH_WORK, message(failed));
    }
    if (failed instanceof IllegalStateException) {
      return Problem.of(409, "state.not-ready", Title.NOT_READY, message(failed));
    }
    if (failed instanceof IllegalArgumentException
        || failed instanceof ArithmeticException
        || failed instanceof DateTimeException) {
      return Problem.of(400, "request.impossible", Title.IMPOSSIBLE, message(failed));
    }
    return null;
  }

  private static Problem feature(FeatureException refused) {
    String code = refused.code();
    if (code.equals("feature.upload-off")) {
      return Problem.of(403, code, Title.UPLOAD_OFF, message(refused));
    }
    if (code.startsWith("archive.")) {
      return Problem.of(422, code, Title.ARCHIVE_REFUSED, message(refused));
    }
    return Problem.of(
        code.equals("feature.unknown") ? 404 : 409, code, Title.FEATURE_REFUSED, message(refused));
  }

  static Problem replaced(LinkageError error) {
    LOG.warn("A bundle was replaced under a request.", error);
    return Problem.of(
        503,
        "room.absent",
        Title.ROOM_ABSENT,
        "A bundle was replaced while it was asked.%nMaybe ask again.".formatted());
  }

  private static Problem unexpected(Exception failed, Exchange exchange) {
    String incident = Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), 36);
    LOG.error("Incident {}: {} failed.", incident, exchange.method(), failed);
    return new Problem(
        "platform.failed",
        Title.PLATFORM_FAILED,
        500,
        "Something went wrong inside; the log has it as incident %s.".formatted(incident),
        Map.of("incident", incident));
  }

  private static int status(LedgerException refused) {
    if (refused.retryable()) {
      return 503;
    }
    return switch (refused.code()) {
      case "reservation.unknown", "redemption.unknown", "batch.unknown" -> 404;
      case LedgerException.KEY_CONFLICT,
          "coupon.unknown",
          "claim.currency",
          "line.unknown",
          "offer.unknown" ->
          422;
      default -> 409;
    };
  }

  private static int status(TrustException refused) {
    return switch (refused.code()) {
      case "kill.admin-only" -> 403;
      // It holds for the tills, but would be gone after a restart.
      case "kill.not-durable" -> 503;
      default -> refused.code().endsWith(".unknown") ? 404 : 409;
    };
  }

  private static int status(RoutingException.Code code) {
    return switch (code) {
      case UNKNOWN_STRATEGY -> 404;
      case SELF_TEST_FAILED, REFUSED -> 409;
      case DEADLINE -> 504;
      case NO_STRATEGY, ALL_FAILED, SHUTTING_DOWN -> 503;
    };
  }

  private static String message(Exception failed) {
    return failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
  }
}
