package souk.edge.webconsole.offers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import souk.edge.webconsole.html.Messages;
import souk.model.Cart;

class CartTextTest {
  private final CartText text =
      new CartText(Messages.of("en"), Optional.of(Currency.getInstance("GBP")));

  @Test
  void linesHaveAnArticleAndAQuantity() {
    Cart cart = text.read("A100 2\n\n  A101\t1.5\nA102,3\nA103\n");
    assertEquals(4, cart.lines().size());
    assertEquals(new BigDecimal("1.5"), cart.lines().get(1).quantity());
    assertEquals("A102", cart.lines().get(2).sku().value());
    assertEquals(BigDecimal.ONE, cart.lines().get(3).quantity());
    assertEquals("GBP", cart.currency().getCurrencyCode());
  }

  @Test
  void jsonIsTakenAsTheTillsSendIt() {
    Cart cart =
        text.read(
            "{\"currency\":\"EUR\",\"channel\":\"web\",\"store\":\"s\",\"payment\":\"card\","
                + "\"customer\":\"7\",\"coupons\":[\"C\"],"
                + "\"lines\":[{\"sku\":\"A\",\"quantity\":2},{\"sku\":\"B\",\"lineId\":\"b\"}]}");
    assertEquals("EUR", cart.currency().getCurrencyCode());
    assertEquals(Optional.of("s"), cart.store());
    assertEquals("b", cart.lines().get(1).lineId());
    assertEquals("[C]", cart.coupons().toString());
  }

  @Test
  void whatIsNoCartIsNamed() {
    for (String wrong :
        List.of(
            "",
            "A100 two",
            "A100 1 2",
            "A100 -1",
            "{\"lines\":[",
            "{\"line\":[]}",
            "{\"lines\":{}}",
            "{\"currency\":7}",
            "{\"lines\":[{\"sku\":\"A\",\"quantity\":\"x\"}]}",
            "{\"lines\":[]}")) {
      assertThrows(IllegalArgumentException.class, () -> text.read(wrong), wrong);
    }
    IllegalArgumentException line =
        assertThrows(IllegalArgumentException.class, () -> text.read("A 1\nB x"));
    assertTrue(line.getMessage().contains("Line 2"), line::getMessage);
    CartText without = new CartText(Messages.of("zh"), Optional.empty());
    assertThrows(IllegalArgumentException.class, () -> without.read("A 1"));
  }
}
