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

/** As many normal distributions as Schwarz's criterion wants. */
@Component(
    property = {
      "souk.role=SegmentationStrategy",
      "souk.strategy=" + MixtureGroups.ID,
      "souk.version=" + MixtureGroups.VERSION,
      "souk.family=clustering",
      "souk.title=Groups by a Gaussian mixture"
    })
@Designate(ocd = MixtureGroups.Config.class)
public final class MixtureGroups implements SegmentationStrategy {
  static final String ID = "gaussian-mixture";
  static final String VERSION = "1.0.0";

  /** Settings of the groups. */
  @ObjectClassDefinition(
      name = "Souk: groups by a Gaussian mixture",
      description = "As many normal distributions as Schwarz's criterion wants.")
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
  public MixtureGroups(Config config) {
    this.customers = new GroupedCustomers(ID, VERSION, config.mostGroups());
  }

  @Override
  public Optional<Refusal> refuses(PurchaseLog log, SegmentationTask task) {
    return customers.refusal(SegmentBuilder.table(log, task));
  }

  @Override
  public Segmentation segment(PurchaseLog log, SegmentationTask task) {
    return customers.segment(log, task, GroupCount::forMixture, Grouping::mixture);
  }
}
