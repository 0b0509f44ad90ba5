package souk.offer.engine;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import souk.kernel.spi.RoleProbe;
import souk.model.Cart;
import souk.model.CartLine;
import souk.model.Money;
import souk.model.Sku;
import souk.offer.api.BookPrice;
import souk.offer.api.PriceBook;
import souk.offer.spi.LinePricer;

/** Tries a line pricer on a small cart with an article that has no price. */
@Component(service = RoleProbe.class)
public final class LinePricerProbe implements RoleProbe {
  @Override
  public String role() {
    return LinePricer.class.getSimpleName();
  }

  @Override
  public Optional<String> probe(Object strategy) {
    Currency pounds = Currency.getInstance("GBP");
    PriceBook prices =
        new PriceBook(
            pounds,
            Map.of(
                new Sku("A"), new BookPrice(Money.ofMinor(250, pounds), Money.ofMinor(200, pounds)),
                new Sku("B"), new BookPrice(Money.ofMinor(1, pounds), Money.ofMinor(1, pounds))));
    Cart cart =
        Cart.builder(pounds)
            .line(new Sku("A"), 3)
            .line(new CartLine("half", new Sku("B"), new BigDecimal("0.5")))
            .line(new Sku("no price"), 1)
            .build();
    LinePricer pricer = (LinePricer) strategy;
    long[] answer = pricer.unitPricesMinor(cart, prices);
    Optional<String> complaint = Complaints.prices(answer, cart, prices);
    if (complaint.isPresent()) {
      return complaint;
    }
    return Arrays.equals(answer, pricer.unitPricesMinor(cart, prices))
        ? Optional.empty()
        : Optional.of("asked twice, it gives two answers");
  }
}
