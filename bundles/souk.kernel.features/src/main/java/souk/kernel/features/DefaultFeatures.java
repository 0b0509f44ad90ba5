package souk.kernel.features;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import souk.kernel.api.Actor;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.FeatureChange;
import souk.kernel.api.FeaturePlan;
import souk.kernel.api.FeatureStatus;
import souk.kernel.api.Features;
import souk.kernel.api.Progress;
import souk.kernel.api.RouterAdmin;
import souk.kernel.features.change.Changer;
import souk.kernel.features.change.PlannedChange;
import souk.kernel.features.change.Planner;
import souk.kernel.features.files.Catalogue;
import souk.kernel.features.files.FeatureReader;
import souk.kernel.features.files.Places;
import souk.kernel.features.files.StateStore;

/** Features of the running platform; one change at a time. */
@Component
public final class DefaultFeatures implements Features {
  private final ReentrantLock lock = new ReentrantLock();
  private final StateStore states;
  private final Statuses statuses;
  private final Intake intake;
  private final Planner planner;
  private final Changer changer;
  private final ChangeAudit audit;
  private final Settlement settlement;

  @Activate
  public DefaultFeatures(
      BundleContext context,
      @Reference RouterAdmin router,
      @Reference ConfigurationAdmin configurations,
      @Reference AuditTrail trail)
      throws IOException {
    Places places = Places.of(context::getProperty);
    FeatureReader reader = new FeatureReader();
    Catalogue catalogue = new Catalogue(places, reader);
    this.states = new StateStore(places.features());
    this.statuses = new Statuses(context, catalogue);
    Settings settings = Settings.of(context::getProperty);
    this.intake = new Intake(places, settings, reader, catalogue, states);
    this.planner = new Planner(context, catalogue, states);
    this.changer =
        new Changer(context, router, configurations, planner, states, settings.startMillis());
    this.audit = new ChangeAudit(trail);
    this.settlement = new Settlement(context, places.features(), states, changer);
    settlement.open();
  }

  @Deactivate
  void close() {
    settlement.close();
  }

  @Override
  public List<FeatureStatus> list() {
    return statuses.of(states.current());
  }

  @Override
  public FeaturePlan plan(FeatureChange change) {
    return planner.plan(intake.named(change));
  }

  @Override
  public FeaturePlan apply(FeatureChange change, Actor actor, String reason, Progress progress) {
    lock.lock();
    try {
      PlannedChange plan = planner.plan(intake.named(change));
      audit.guard(
          plan, actor, reason, record -> changer.apply(plan, actor, reason, progress, record));
      settlement.settled();
      intake.forgetUnused();
      return plan;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public String upload(InputStream archive, Actor actor) throws IOException {
    String id = intake.upload(archive);
    audit.uploaded(id, actor);
    return id;
  }
}
