package souk.customer.core;

import java.time.Clock;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.customer.api.Uplift;
import souk.customer.api.UpliftQuality;
import souk.customer.api.UpliftRun;
import souk.customer.api.UpliftTrial;
import souk.customer.lib.uplift.Folds;
import souk.customer.lib.uplift.Trial;
import souk.customer.lib.uplift.choice.CrossFit;
import souk.customer.lib.uplift.measure.Estimate;
import souk.customer.lib.uplift.measure.Qini;
import souk.kernel.api.Progress;
import souk.kernel.api.Routed;
import souk.kernel.api.StrategyRouter;
import souk.model.Interval;

/** Asks the selected uplift strategy, and measures it on rows that it has not seen. */
@Component(service = Uplift.class)
@Designate(ocd = DefaultUplift.Config.class)
public final class DefaultUplift implements Uplift {
  private static final int STEPS = 3;
  private static final double LEVEL = 0.95;

  /** Settings of uplift runs. */
  @ObjectClassDefinition(
      name = "Souk: uplift runs",
      description = "How strategies that tell whom a treatment changes are asked and measured.")
  public @interface Config {
    @AttributeDefinition(
        name = "Longest answer (ms)",
        description = "After this time the built-in strategy takes over.",
        min = "1",
        max = "86400000")
    long deadlineMillis() default 300_000;

    @AttributeDefinition(
        name = "Parts (count)",
        description = "The trial is divided into so many parts; each is answered by the others.",
        min = "2",
        max = "20")
    int parts() default 3;

    @AttributeDefinition(
        name = "Bootstrap samples (count)",
        description = "How many samples an interval is made of.",
        min = "100",
        max = "10000")
    int replicates() default 500;
  }

  private final StrategyRouter router;
  private final Config config;
  private final Clock clock;

  @Activate
  public DefaultUplift(@Reference StrategyRouter router, Config config) {
    this(router, config, Clock.systemUTC());
  }

  DefaultUplift(StrategyRouter router, Config config, Clock clock) {
    this.router = router;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public UpliftRun estimate(
      UpliftTrial trial, double[][] rows, Optional<String> strategy, long seed, Progress progress) {
    RoutedUplift routed = new RoutedUplift(router, config.deadlineMillis(), clock.instant());
    progress.report(0, STEPS, "Learning from the trial");
    Routed<RoutedUplift.Answer> answer = routed.ask(strategy.map(routed::find), trial, rows, seed);
    progress.throwIfCancelled();
    progress.report(1, STEPS, "Measuring on rows not seen");
    Trial known = known(trial);
    CrossFit fit =
        CrossFit.of(
            known,
            Folds.of(known, config.parts(), seed),
            routed.learner(answer.servedBy(), trial.columns()),
            seed);
    progress.throwIfCancelled();
    progress.report(2, STEPS, "Drawing bootstrap samples");
    Qini qini = Qini.of(known, fit.rank(), config.replicates(), seed);
    return new UpliftRun(
        answer.servedBy().strategy() + "@" + answer.servedBy().version(),
        answer.value().estimate().orElseThrow(),
        new UpliftQuality(
            qini.effect().value(),
            interval(qini.effect()),
            qini.area().value(),
            interval(qini.area())),
        answer.fallbackReason());
  }

  private static Trial known(UpliftTrial trial) {
    return trial
        .propensity()
        .map(p -> Trial.of(trial.rows(), trial.treated(), trial.outcome(), p))
        .orElseGet(() -> Trial.randomised(trial.rows(), trial.treated(), trial.outcome()));
  }

  private static Interval interval(Estimate estimate) {
    return new Interval(estimate.low(), estimate.high(), LEVEL);
  }
}
