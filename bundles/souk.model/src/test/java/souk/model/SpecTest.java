package souk.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpecTest {
  @Test
  void copiesDeeplySoThatNobodyCanChangeAnOfferAfterwards() {
    List<Object> skus = new ArrayList<>(List.of("A"));
    Map<String, Object> parameters = new HashMap<>(Map.of("skus", skus));
    Spec spec = new Spec("sku", parameters);
    skus.add("B");
    parameters.put("x", "y");
    assertEquals(List.of("A"), spec.texts("skus"));
    assertEquals(1, spec.parameters().size());
  }

  @Test
  void namesKindParameterAndValueWhenTheTypeIsWrong() {
    Spec spec = new Spec("percentage", Map.of("percent", "ten"));
    String message =
        assertThrows(IllegalArgumentException.class, () -> spec.number("percent")).getMessage();
    assertTrue(message.contains("percentage") && message.contains("ten"), message);
  }

  @Test
  void takesWholeNumbersAsDecimalsAndRefusesBinaryFloatingPoint() {
    assertEquals(BigDecimal.TEN, new Spec("p", Map.of("percent", 10)).number("percent"));
    assertThrows(IllegalArgumentException.class, () -> new Spec("p", Map.of("percent", 0.1)));
  }
}
