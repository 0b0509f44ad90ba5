package souk.offer.engine.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import souk.model.Reason;
import souk.offer.api.Benefit;
import souk.offer.api.DetailedQuote;
import souk.offer.engine.kinds.BuiltInKinds;

/** Every kind of the schema is evaluated, and its example does what the reference says. */
class ExamplesTest {
  private static final Schema SCHEMA = Schema.load();

  @Test
  void schemaAndEvaluatorsNameTheSameKinds() {
    assertEquals(
        new TreeSet<>(BuiltInKinds.CONDITIONS.keySet()),
        new TreeSet<>(SCHEMA.kinds(Role.CONDITION)));
    assertEquals(
        new TreeSet<>(BuiltInKinds.EFFECTS.keySet()), new TreeSet<>(SCHEMA.kinds(Role.EFFECT)));
  }

  static Stream<Example> examples() {
    return Example.all(SCHEMA).stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void theExampleDoesWhatTheReferenceSays(Example example) {
    JsonNode content = example.content();
    DetailedQuote quote = ExampleShop.quote(example, content.get("cart"));
    JsonNode result = content.get("result");
    assertEquals(
        result.get("discountMinor").asLong(), quote.quote().discount().amountMinor(), shown(quote));
    for (int line = 0; line < result.path("lines").size(); line++) {
      assertEquals(
          result.get("lines").get(line).asLong(),
          quote.quote().lines().get(line).discount().amountMinor(),
          shown(quote));
    }
    List<String> benefits = quote.benefits().stream().map(ExamplesTest::shown).toList();
    assertEquals(
        result.path("benefits").size() == 0
            ? List.of()
            : Stream.of(result.get("benefits").get(0))
                .map(
                    b ->
                        b.get("kind").asText()
                            + " "
                            + b.path("sku").asText("")
                            + " "
                            + b.get("amount").asText())
                .toList(),
        benefits,
        shown(quote));
    assertEquals(List.of(), quote.quote().notes(), shown(quote));
    if (content.has("otherwise")) {
      JsonNode otherwise = content.get("otherwise");
      DetailedQuote other = ExampleShop.quote(example, otherwise.get("cart"));
      assertEquals(0, other.quote().discount().amountMinor());
      assertTrue(
          other.findings().get(0).reasons().stream()
              .map(Reason::code)
              .anyMatch(otherwise.get("rejected").asText()::equals),
          () -> other.findings().toString());
    }
  }

  private static String shown(Benefit benefit) {
    return benefit.kind()
        + " "
        + benefit.sku().map(Object::toString).orElse("")
        + " "
        + benefit.amount().stripTrailingZeros().toPlainString();
  }

  private static String shown(DetailedQuote quote) {
    return quote.quote() + " " + quote.findings();
  }
}
