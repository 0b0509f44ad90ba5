package souk.customer.segmentation;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.customer.api.Segmentation;
import souk.customer.lib.segmentation.GroupCount;
import souk.customer.lib.segmentation.Grouping;
import souk.customer.spi.SegmentationStrategy;
import souk.customer.spi.SegmentationTask;
import souk.model.PurchaseLog;
import souk.model.Refusal;

/** As many groups as k-means finds again: by silhouette among stable ones. */
@Component(
    property = {
      "souk.role=SegmentationStrategy",
      "souk.strategy=" + StableGroups.ID,
      "souk.version=" + StableGroups.VERSION,
      "souk.family=clustering",
      "souk.title=Stable groups by k-means"
    })
@Designate(ocd = StableGroups.Config.class)
public final class StableGroups implements SegmentationStrategy {
  static final String ID = "kmeans-stable";
  static final String VERSION = "1.0.0";

  /** Settings of the groups. */
  @ObjectClassDefinition(
      name = "Souk: stable groups by k-means",
      description = "As many groups as are found again in bootstrap samples, by silhouette.")
  public @interface Config {
    @AttributeDefinition(
        name = "Most groups (count)",
        description = "Two to so many groups are tried.",
        min = "2",
        max = "20")
    int mostGroups() default 8;
  }

  private final GroupedCustomers customers;

  @Activate
  public StableGroups(Config config) {
    this.customers = new GroupedCustomers(ID, VERSION, config.mostGroups());
  }

  @Override
  public Optional<Refusal> refuses(PurchaseLog log, SegmentationTask task) {
    return customers.refusal(SegmentBuilder.table(log, task));
  }

  @Override
  public Segmentation segment(PurchaseLog log, SegmentationTask task) {
    return customers.segment(log, task, GroupCount::forKMeans, Grouping::kMeans);
  }
}
