package souk.it.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Spoils a mapping: its text, or its structure. */
final class FuzzMapping {
  private static final List<String> WORDS =
      List.of(
          "",
          "order",
          "at",
          "qty",
          "cost",
          "product",
          "order_line",
          "UTC",
          "Mars/Base",
          "XYZ",
          "JPY",
          "yyyy",
          "uuuu-MM-dd HH:mm",
          "e",
          "'",
          "HH",
          "yyyy-MM-dd'T",
          "GGGG",
          "VV",
          "[[",
          "n",
          "A",
          "pppp",
          "sku_*",
          "*",
          "?*?*?*?*?*?*",
          "de",
          "zz-zz",
          "\u0000",
          ".",
          ",",
          "add-lines",
          "9999-12-31",
          "2024-02-30",
          "upper",
          "lower",
          "tab",
          ";",
          "GBK",
          "zero-price",
          "C");
  private final Random random;
  private final ObjectMapper json = new ObjectMapper();

  FuzzMapping(Random random) {
    this.random = random;
  }

  String spoilt() {
    return random.nextInt(3) == 0 ? text() : structure();
  }

  private String text() {
    StringBuilder text = new StringBuilder(FuzzSamples.MAPPING);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, FuzzSamples.value(random));
        case 2 -> text.setCharAt(at, (char) random.nextInt(0x300));
        default -> text.insert(at, "[{\"a\":".repeat(random.nextInt(200)));
      }
    }
    return text.toString();
  }

  private String structure() {
    try {
      JsonNode root = json.readTree(FuzzSamples.MAPPING);
      for (int i = random.nextInt(3); i >= 0; i--) {
        List<ObjectNode> objects = new ArrayList<>();
        collect(root, objects);
        change(objects.get(random.nextInt(objects.size())));
      }
      return root.toString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void change(ObjectNode object) {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(keys::add);
    String key =
        keys.isEmpty() || random.nextInt(4) == 0
            ? List.of(
                    "pattern",
                    "constant",
                    "decimal",
                    "grouping",
                    "case",
                    "empty",
                    "language",
                    "earliest",
                    "latest",
                    "redelivery",
                    "charset",
                    "store",
                    "currency",
                    "x")
                .get(random.nextInt(14))
            : keys.get(random.nextInt(keys.size()));
    switch (random.nextInt(8)) {
      case 0 -> object.remove(key);
      case 1 -> object.putNull(key);
      case 2 -> object.put(key, random.nextInt());
      case 3 -> object.put(key, random.nextBoolean());
      case 4 -> object.putObject(key).put(word(), word());
      case 5 -> object.putArray(key).add(word()).add(random.nextInt());
      case 6 -> object.putArray(key).add(word());
      default -> object.put(key, word());
    }
  }

  private String word() {
    return random.nextInt(8) == 0
        ? FuzzSamples.value(random)
        : WORDS.get(random.nextInt(WORDS.size()));
  }

  private static void collect(JsonNode node, List<ObjectNode> objects) {
    if (node instanceof ObjectNode object) {
      objects.add(object);
    }
    if (node instanceof ObjectNode || node instanceof ArrayNode) {
      node.forEach(child -> collect(child, objects));
    }
  }
}
