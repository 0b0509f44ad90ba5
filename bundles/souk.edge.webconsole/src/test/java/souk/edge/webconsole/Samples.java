package souk.edge.webconsole;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import souk.kernel.api.Actor;
import souk.kernel.api.CircuitState;
import souk.kernel.api.Progress;
import souk.kernel.api.RoleStatus;
import souk.kernel.api.RouterAdmin;
import souk.kernel.api.RoutingException;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.StrategyState;
import souk.kernel.api.StrategyStatus;
import souk.kernel.api.Traffic;
import souk.kernel.api.WarmReport;
import souk.model.EvidenceLabel;
import souk.model.Interval;
import souk.model.Money;
import souk.model.Provenance;
import souk.model.Reason;
import souk.model.Sku;
import souk.model.SnapshotId;
import souk.plan.api.ConstraintState;
import souk.plan.api.LadderProblem;
import souk.plan.api.LadderSolution;
import souk.plan.api.Plan;
import souk.plan.api.PlanKind;
import souk.plan.api.PlanRequest;
import souk.plan.api.Plans;
import souk.plan.api.PriceLine;
import souk.plan.api.PromotionLine;
import souk.plan.api.PromotionType;
import souk.trust.api.Approvals;
import souk.trust.api.Publication;
import souk.trust.api.PublishRequest;
import souk.trust.api.Publisher;
import souk.trust.api.Review;
import souk.trust.api.ReviewState;
import souk.trust.api.TrustException;
import souk.trust.api.Verdict;
import souk.trust.api.Violation;

/** A small shop with two roles and two plans, kept in memory, for tests of pages. */
public final class Samples implements RouterAdmin, Plans, Approvals, Publisher {
  private static final Currency GBP = Currency.getInstance("GBP");

  /** What was asked for, in order. */
  public final List<String> asked = new ArrayList<>();

  private String selected = "theta";
  private ReviewState priceState = ReviewState.PROPOSED;
  private final List<Publication> publications = new ArrayList<>();
  private long calls = 1_234;

  private record Role(String role, Traffic traffic, List<StrategyStatus> strategies, long fallbacks)
      implements RoleStatus {}

  private record Warmed(
      StrategyRef strategy, int probes, int replayed, long p50Micros, long maxMicros)
      implements WarmReport {}

  private record Strategy(
      StrategyRef ref,
      String title,
      String bundle,
      StrategyState state,
      boolean builtIn,
      boolean inline,
      long calls,
      long failures,
      int inFlight,
      long p50Micros,
      long p99Micros,
      CircuitState circuit,
      int stuckCalls,
      Optional<String> lastFailure)
      implements StrategyStatus {}

  @Override
  public List<RoleStatus> roles() {
    StrategyRef theta = ref("theta");
    calls++;
    List<StrategyStatus> strategies =
        List.of(
            strategy("theta", "Theta method", false, Optional.empty()),
            strategy("seasonal-naive", "Seasonal naive", true, Optional.empty()),
            strategy(
                "stranger",
                "<img src=x onerror=alert(1)>",
                false,
                Optional.of("threw java.lang.IllegalStateException: planted")));
    return List.of(
        new Role("Forecaster", Traffic.builder().primary(ref(selected)).build(), strategies, 7),
        new Role("PolicyGuard", Traffic.builder().primary(theta).build(), List.of(), 0));
  }

  private Strategy strategy(String id, String title, boolean builtIn, Optional<String> failure) {
    boolean bad = failure.isPresent();
    return new Strategy(
        ref(id),
        title,
        "souk.demand.forecasting 0.1.0",
        bad
            ? StrategyState.TRIPPED
            : id.equals(selected) ? StrategyState.PRIMARY : StrategyState.WARMED,
        builtIn,
        !bad,
        id.equals(selected) ? calls : 12,
        bad ? 5 : 0,
        id.equals(selected) ? 2 : 0,
        850,
        23_400,
        bad ? CircuitState.OPEN : CircuitState.CLOSED,
        bad ? 1 : 0,
        failure);
  }

  private static StrategyRef ref(String id) {
    return new StrategyRef("Forecaster", id, "1.0.0");
  }

  @Override
  public Optional<RoleStatus> role(String role) {
    return roles().stream().filter(r -> r.role().equals(role)).findFirst();
  }

  @Override
  public void warm(StrategyRef strategy) {
    asked.add("warm " + strategy);
  }

  @Override
  public WarmReport warmUp(StrategyRef strategy) {
    if (strategy.strategy().equals("stranger")) {
      throw new RoutingException(
          RoutingException.Code.SELF_TEST_FAILED, "The answer of <b>stranger</b> is NaN.");
    }
    warm(strategy);
    return new Warmed(strategy, 3, 40, 100, 900);
  }

  @Override
  public Optional<StrategyRef> previous(String role) {
    return role.equals("Forecaster") ? Optional.of(ref("seasonal-naive")) : Optional.empty();
  }

  @Override
  public RoleStatus rollBack(String role, Actor actor, String reason) {
    asked.add("roll back " + role + ": " + reason);
    return role(role).orElseThrow();
  }

  @Override
  public RoleStatus select(StrategyRef strategy, Actor actor, String reason) {
    asked.add("select " + strategy + " by " + actor.name() + ": " + reason);
    selected = strategy.strategy();
    return role(strategy.role()).orElseThrow();
  }

  @Override
  public int drain(StrategyRef strategy, long timeoutMillis, Actor actor, String reason) {
    asked.add("drain " + strategy);
    return 0;
  }

  @Override
  public RoleStatus restore(StrategyRef strategy, Actor actor, String reason) {
    asked.add("restore " + strategy);
    return role(strategy.role()).orElseThrow();
  }

  @Override
  public int quarantinedThreads() {
    return 1;
  }

  @Override
  public Plan propose(PlanRequest request, Progress progress) {
    throw new UnsupportedOperationException();
  }

  @Override
  public LadderSolution solve(LadderProblem problem, Progress progress) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Plan> find(String planId) {
    return list(10).stream().filter(p -> p.id().equals(planId)).findFirst();
  }

  @Override
  public List<Plan> list(int limit) {
    Provenance provenance =
        Provenance.builder(Instant.EPOCH, "ladder-lagrange", "1.0.0").seed(7).build();
    Plan prices =
        Plan.builder("P-2", PlanKind.PRICE, provenance, money(0))
            .period(LocalDate.of(2011, 12, 12), 4)
            .value(money(1_234_56), money(1_235_01), money(1_180_00), 0.000364)
            .priceLines(List.of(line("85123A", 295, 315, true), line("22423", 1275, 1275, false)))
            .constraints(List.of(new ConstraintState("budget", 950, 1000, false, 0)))
            .reasons(List.of(Reason.of("plan.changed", "1 of 2 prices change.")))
            .assumptions(
                List.of(Reason.of("cost.share", "Unit costs are assumed as 60 % of the price.")))
            .build();
    Plan promotions =
        Plan.builder("P-1", PlanKind.PROMOTION, provenance, money(0))
            .period(LocalDate.of(2011, 12, 12), 2)
            .value(money(320_00), money(320_00), money(0), 0)
            .label(EvidenceLabel.SIMULATED)
            .promotionLines(List.of(promotion()))
            .build();
    return List.of(prices, promotions);
  }

  private static PriceLine line(String sku, long now, long then, boolean identified) {
    return new PriceLine(
        new Sku(sku),
        "WHITE HANGING HEART <T-LIGHT> HOLDER",
        money(now),
        money(then),
        money(now * 6 / 10),
        true,
        120.5,
        112.25,
        money(14_219),
        money(15_490),
        new Interval(2.5, 21.0, 0.9),
        identified ? -1.07 : 0,
        identified,
        List.of(Reason.of("price.ending", "Prices end in 5.")),
        List.of());
  }

  private static PromotionLine promotion() {
    return new PromotionLine(
        "O-1",
        "Ten off",
        PromotionType.THRESHOLD,
        BigDecimal.ZERO,
        money(100_00),
        money(10_00),
        "high",
        Set.of(),
        money(320_00),
        new Interval(100, 540, 0.9),
        money(150_00),
        List.of());
  }

  private static Money money(long minor) {
    return Money.ofMinor(minor, GBP);
  }

  @Override
  public Review review(String planId) {
    Verdict verdict =
        planId.equals("P-1")
            ? new Verdict(
                List.of("margin-floor"),
                List.of(
                    new Violation(
                        "margin-floor",
                        "O-1",
                        Violation.Severity.BLOCK,
                        Reason.of("g", "The margin is 4 %, but must be 10 %."))))
            : new Verdict(List.of("margin-floor", "maximum-change"), List.of());
    return new Review(
        planId,
        planId.equals("P-1") ? ReviewState.BLOCKED : priceState,
        verdict,
        List.of(new Review.Step(Instant.EPOCH, "souk", "propose", "computed")));
  }

  @Override
  public Review approve(String planId, Actor actor, String reason) {
    if (planId.equals("P-1")) {
      throw new TrustException("guard.blocked", "The guards block plan P-1.");
    }
    asked.add("approve " + planId + " by " + actor.name() + ": " + reason);
    priceState = ReviewState.APPROVED;
    return review(planId);
  }

  @Override
  public Review reject(String planId, Actor actor, String reason) {
    asked.add("reject " + planId);
    priceState = ReviewState.REJECTED;
    return review(planId);
  }

  @Override
  public Publication publishBaseline(Actor actor) {
    asked.add("baseline");
    return new Publication(
        "U-0",
        new SnapshotId("S-0"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH,
        actor.name(),
        "",
        2,
        0);
  }

  @Override
  public Publication publish(PublishRequest request, Actor actor, String reason) {
    asked.add("publish " + request.planId() + " without " + request.heldOutSkus());
    priceState = ReviewState.PUBLISHED;
    Publication publication =
        new Publication(
            "U-" + (publications.size() + 1),
            new SnapshotId("S-2"),
            Optional.of(new SnapshotId("S-1")),
            Optional.of(request.planId()),
            Optional.empty(),
            Optional.empty(),
            Instant.EPOCH,
            actor.name(),
            reason,
            2,
            0);
    publications.add(0, publication);
    return publication;
  }

  @Override
  public Publication undo(String publicationId, Actor actor, String reason) {
    asked.add("undo " + publicationId);
    return publications.remove(0);
  }

  @Override
  public Optional<Publication> current() {
    return publications.stream().findFirst();
  }

  @Override
  public List<Publication> history(int limit) {
    return List.copyOf(publications);
  }
}
