package souk.kernel.features.change;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.service.cm.ConfigurationAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import souk.kernel.api.Actor;
import souk.kernel.api.FeatureChange;
import souk.kernel.api.FeatureException;
import souk.kernel.api.Progress;
import souk.kernel.api.RouterAdmin;
import souk.kernel.api.StrategyRef;
import souk.kernel.features.files.FeatureState;
import souk.kernel.features.files.StateStore;

/**
 * Carries out a plan. Until the new state is put in force every step can be taken back, and a
 * process that dies starts with the old one; afterwards only old strategies are put away.
 */
public final class Changer {
  private static final Logger LOG = LoggerFactory.getLogger(Changer.class);
  private static final int STEPS = 6;

  private final BundleRoom bundles;
  private final TrafficMove traffic;
  private final Configurations configurations;
  private final Planner planner;
  private final StateStore states;

  public Changer(
      BundleContext context,
      RouterAdmin router,
      ConfigurationAdmin configurationAdmin,
      Planner planner,
      StateStore states,
      long startMillis) {
    this.bundles = new BundleRoom(context, startMillis);
    this.traffic = new TrafficMove(router);
    this.configurations = new Configurations(configurationAdmin, context::getProperty);
    this.planner = planner;
    this.states = states;
  }

  /** What can be taken back, the latest first. */
  private static final class WayBack {
    private final Deque<Runnable> steps = new ArrayDeque<>();

    void add(Runnable step) {
      steps.push(step);
    }

    void go(RuntimeException cause) {
      for (Runnable step : steps) {
        try {
          step.run();
        } catch (RuntimeException e) {
          LOG.error("A step of a failed change of features could not be taken back", e);
          cause.addSuppressed(e);
        }
      }
    }
  }

  /**
   * @param record writes the change down, just before it comes into force
   * @throws FeatureException if it has refusals or a step fails; all is as before then
   */
  public void apply(
      PlannedChange plan, Actor actor, String reason, Progress progress, Runnable record) {
    if (!plan.refusals().isEmpty()) {
      throw new FeatureException(plan.refusals());
    }
    WayBack back = new WayBack();
    try {
      progress.throwIfCancelled();
      FeatureState target =
          plan.change().kind() == FeatureChange.Kind.UNDO
              ? plan.target()
              : states.write(plan.target());
      perform(plan, actor, reason, progress, back);
      progress.report(4, STEPS, "Putting the new list in force");
      record.run();
      states.enforce(target);
    } catch (RuntimeException e) {
      back.go(e);
      throw e;
    }
    progress.report(5, STEPS, "Putting old strategies away");
    plan.moves().beside().forEach(exchange -> bundles.remove(exchange.old()));
    bundles.refresh();
    progress.report(STEPS, STEPS, "Done");
  }

  private void perform(
      PlannedChange plan, Actor actor, String reason, Progress progress, WayBack back) {
    PlannedChange.Moves moves = plan.moves();
    Map<String, Path> before = planner.jars(states.current());
    progress.report(0, STEPS, "Installing bundles");
    configurations.bring(plan.coming());
    List<Bundle> beside = install(moves.beside().stream().map(Exchange::next).toList(), back);
    bundles.resolve(beside);

    progress.report(1, STEPS, "Starting new strategies beside the old ones");
    beside.forEach(bundles::start);
    for (Exchange exchange : moves.beside()) {
      traffic.await(exchange.next());
      List<StrategyRef> selected = traffic.move(exchange, actor, reason);
      back.add(() -> traffic.back(selected, actor));
    }

    progress.report(2, STEPS, "Stopping what goes");
    List<Bundle> going = new ArrayList<>(moves.go());
    moves.inPlace().forEach(exchange -> going.add(exchange.old()));
    going.sort(
        (a, b) -> {
          int byLevel = Integer.compare(level(b), level(a));
          return byLevel != 0 ? byLevel : Long.compare(b.getBundleId(), a.getBundleId());
        });
    List<Coming> next = new ArrayList<>(moves.come());
    moves.inPlace().forEach(exchange -> next.add(exchange.next()));
    next.sort(java.util.Comparator.comparingInt(Coming::startLevel));
    for (Bundle bundle : going) {
      remove(bundle, before, back);
    }
    List<Bundle> fresh = install(next, back);
    bundles.refresh();

    progress.report(3, STEPS, "Starting what comes");
    bundles.resolve(fresh);
    fresh.forEach(bundles::start);
  }

  private List<Bundle> install(List<Coming> coming, WayBack back) {
    List<Bundle> installed = new ArrayList<>();
    for (Coming one : coming) {
      Bundle bundle = bundles.install(one.location(), one.jar(), one.startLevel());
      back.add(
          () -> {
            bundles.remove(bundle);
            bundles.refresh();
          });
      installed.add(bundle);
    }
    return installed;
  }

  private void remove(Bundle bundle, Map<String, Path> jars, WayBack back) {
    String location = bundle.getLocation();
    int level = level(bundle);
    boolean ran = bundle.getState() == Bundle.ACTIVE || bundle.getState() == Bundle.STARTING;
    bundles.remove(bundle);
    Path jar = jars.get(location);
    if (jar != null) {
      back.add(
          () -> {
            Bundle again = bundles.install(location, jar, level);
            if (ran) {
              bundles.start(again);
            }
          });
    }
  }

  private static int level(Bundle bundle) {
    return bundle.adapt(BundleStartLevel.class).getStartLevel();
  }

  /** After a restart in the middle of a change: selections follow the versions that are there. */
  public void settle(Actor actor) {
    traffic.follow(actor);
  }
}
