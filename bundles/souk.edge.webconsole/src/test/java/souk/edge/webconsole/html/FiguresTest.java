package souk.edge.webconsole.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void sharesHaveNoNeedlessDecimals() {
    assertEquals("50 %", Figures.share(0.5));
    assertEquals("100 %", Figures.share(1));
    assertEquals("97.5 %", Figures.share(1 - 0.025));
    assertEquals("0.1 %", Figures.share(0.001));
    assertEquals("0 %", Figures.share(0));
  }

  @Test
  void amountsAreExact() {
    assertEquals("GBP 203,763.30", Figures.amount("GBP", new BigDecimal("203763.3")));
    assertEquals("GBP -0.005", Figures.amount("GBP", new BigDecimal("-0.0050")));
    assertEquals("JPY 2.00", Figures.amount("JPY", new BigDecimal("2")));
  }

  @Test
  void durationsAreReadable() {
    assertEquals("999 ms", Figures.duration(999));
    assertEquals("1.5 s", Figures.duration(1_500));
    assertEquals("3 min 12 s", Figures.duration(192_000));
    assertEquals("2 h 5 min", Figures.duration(7_500_000));
  }
}
