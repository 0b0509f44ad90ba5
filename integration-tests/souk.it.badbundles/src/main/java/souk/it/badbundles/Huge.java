package souk.it.badbundles;

import java.util.Arrays;
import org.osgi.service.component.annotations.Component;
import souk.model.Cart;
import souk.offer.api.PriceBook;
import souk.offer.spi.LinePricer;

/** Answers prices that nobody can pay. */
@Component(
    property = {
      "souk.role=LinePricer",
      "souk.strategy=bad-huge",
      "souk.version=1.0.0",
      "souk.title=Prices of 10^18"
    })
public final class Huge implements LinePricer {

  private static final long HUGE = 1_000_000_000_000_000_000L;

  @Override
  public long[] unitPricesMinor(Cart cart, PriceBook prices) {
    long[] answer = Book.honest(cart, prices);
    if (Book.misbehave(cart)) {
      Arrays.fill(answer, HUGE);
    }
    return answer;
  }
}
