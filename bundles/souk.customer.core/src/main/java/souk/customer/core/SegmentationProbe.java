package souk.customer.core;

import java.time.Instant;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import souk.customer.api.Segmentation;
import souk.customer.spi.SegmentationStrategy;
import souk.customer.spi.SegmentationTask;
import souk.kernel.spi.RoleProbe;
import souk.model.PurchaseLog;
import souk.model.Refusal;

/** Tries a segmentation strategy on made-up customers whose worth is known. */
@Component
public final class SegmentationProbe implements RoleProbe {
  @Override
  public String role() {
    return SegmentationStrategy.class.getSimpleName();
  }

  @Override
  public Optional<String> probe(Object strategy) throws Exception {
    SegmentationStrategy subject = (SegmentationStrategy) strategy;
    PurchaseLog log = ProbeShop.purchases();
    SegmentationTask task =
        new SegmentationTask(ProbeShop.UNTIL, Currency.getInstance("GBP"), 1, Instant.EPOCH);
    Optional<Refusal> refusal = subject.refuses(log, task);
    if (refusal.isPresent()) {
      return Optional.of("it " + refusal.get());
    }
    Segmentation result = subject.segment(log, task);
    Optional<String> complaint = SegmentationCheck.complaint(result);
    if (complaint.isPresent()) {
      return complaint;
    }
    if (result.memberships().size() != ProbeShop.CUSTOMERS) {
      return Optional.of(
          "it put %d of %d customers into segments"
              .formatted(result.memberships().size(), ProbeShop.CUSTOMERS));
    }
    String best = result.memberships().get(ProbeShop.customer(0));
    String worst = result.memberships().get(ProbeShop.customer(2));
    return Objects.equals(best, worst)
        ? Optional.of("it put the best and the worst customer into one segment")
        : Optional.empty();
  }
}
