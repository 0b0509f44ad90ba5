package souk.data.store;

import java.time.Clock;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import souk.data.api.Documents;
import souk.data.api.ErasureReport;
import souk.data.api.Erasures;
import souk.data.spi.CustomerData;
import souk.kernel.api.Actor;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.Jobs;
import souk.kernel.api.Progress;
import souk.model.CustomerKey;

/** Erasures of the platform; takes up at the start what was interrupted. */
@Component(service = Erasures.class, immediate = true)
public final class ErasuresComponent implements Erasures {
  private final StateErasures erasures;

  // Dynamic, because keepers come and go with their bundles.
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  private volatile List<CustomerData> keepers = List.of();

  @Activate
  public ErasuresComponent(
      BundleContext context,
      @Reference DuckDbWarehouse warehouse,
      @Reference SqliteJournal journal,
      @Reference Documents documents,
      @Reference AuditTrail audit,
      @Reference Jobs jobs) {
    this.erasures =
        new StateErasures(
            StateFolder.of(context),
            warehouse,
            journal,
            documents,
            audit,
            Clock.systemUTC(),
            () -> keepers);
    if (erasures.pending()) {
      jobs.submit(
          "erasure",
          Actor.system(),
          progress -> {
            erasures.resume(progress);
            return "{}";
          });
    }
  }

  @Override
  public ErasureReport erase(CustomerKey customer, Actor actor, String reason, Progress progress) {
    return erasures.erase(customer, actor, reason, progress);
  }

  @Override
  public List<ErasureReport> list(int limit) {
    return erasures.list(limit);
  }

  @Override
  public boolean pending() {
    return erasures.pending();
  }
}
