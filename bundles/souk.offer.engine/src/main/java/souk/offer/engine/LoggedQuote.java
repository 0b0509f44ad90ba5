package souk.offer.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import souk.kernel.api.Decision;
import souk.kernel.api.Replay.Difference;
import souk.model.Cart;
import souk.model.CartLine;
import souk.model.CustomerKey;
import souk.model.Sku;
import souk.offer.api.LedgerView.CouponLook;
import souk.offer.api.QuoteRequest;

/** Reads what {@link DecisionBody} wrote, and compares two such answers. Immutable. */
final class LoggedQuote {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .typeFactory(TypeFactory.defaultInstance().withCache(new LRUMap<>(16, 64)))
          .build();

  private final Decision decision;
  private final JsonNode body;

  private LoggedQuote(Decision decision, JsonNode body) {
    this.decision = decision;
    this.body = body;
  }

  static LoggedQuote of(Decision decision) {
    return new LoggedQuote(decision, tree(decision.bodyJson()));
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException malformed) {
      throw new IllegalStateException(
          "The log entry is not JSON.\nMaybe it was written by another version.", malformed);
    }
  }

  /** What the entry lacks for being worked out again; empty if nothing. */
  List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (body.has("customer") && !body.has("audience")) {
      missing.add(
          "The tags of the customer were not kept: the entry was written before version 0.2.0.");
    }
    if (decision.snapshot().isEmpty()) {
      missing.add("The entry names no snapshot.");
    }
    return missing;
  }

  /** The request as far as it was kept: pseudonyms stand for the customer key and the coupons. */
  QuoteRequest request() {
    return request(code -> code);
  }

  /** What the ledger said then, by the codes that {@link #request} gives. */
  LedgerMemo ledger(UnaryOperator<String> codes) {
    Map<String, Long> left = new HashMap<>();
    for (JsonNode entry : body.path("left")) {
      left.put(entry.path(0).textValue(), Long.parseLong(entry.path(1).textValue()));
    }
    Map<String, CouponLook> looks = new HashMap<>();
    for (JsonNode entry : body.path("looks")) {
      looks.put(
          codes.apply(entry.path(0).textValue()),
          new CouponLook(
              entry.path(1).textValue(), entry.path(2).booleanValue(), entry.path(3).textValue()));
    }
    return new LedgerMemo(left, looks);
  }

  /**
   * @param codes turns pseudonyms of coupon codes into codes, as far as they are known
   */
  QuoteRequest request(UnaryOperator<String> codes) {
    Cart.Builder cart =
        Cart.builder(Currency.getInstance(body.required("currency").textValue()))
            .channel(body.required("channel").textValue());
    if (body.has("customer")) {
      cart.customer(new CustomerKey(body.required("customer").textValue()));
    }
    body.path("coupons").forEach(code -> cart.coupon(codes.apply(code.textValue())));
    body.path("store").forEach(store -> cart.store(store.textValue()));
    body.path("payment").forEach(payment -> cart.payment(payment.textValue()));
    int position = 0;
    for (JsonNode line : body.required("lines")) {
      String id = body.path("lineIds").path(position).asText(Integer.toString(position + 1));
      cart.line(
          new CartLine(id, new Sku(line.required(0).textValue()), line.required(1).decimalValue()));
      position++;
    }
    Set<String> audience = new TreeSet<>();
    body.path("audience").forEach(tag -> audience.add(tag.textValue()));
    return new QuoteRequest(cart.build(), audience, Optional.of(decision.at()));
  }

  /** Where another answer differs from this one. */
  List<Difference> differences(String otherJson) {
    List<Difference> differences = new ArrayList<>();
    compare("", body, tree(otherJson), differences);
    return differences;
  }

  private static void compare(String where, JsonNode then, JsonNode now, List<Difference> found) {
    if (then.isObject() && now.isObject()) {
      Iterator<Map.Entry<String, JsonNode>> fields = then.properties().iterator();
      while (fields.hasNext()) {
        Map.Entry<String, JsonNode> field = fields.next();
        String name = where.isEmpty() ? field.getKey() : where + "." + field.getKey();
        compare(name, field.getValue(), now.path(field.getKey()), found);
      }
    } else if (then.isArray() && now.isArray()) {
      // An entry of an older version has shorter lines; what it did not keep is not compared.
      int size = where.startsWith("lines[") ? then.size() : Math.max(then.size(), now.size());
      for (int i = 0; i < size; i++) {
        compare(where + place(where, i), then.path(i), now.path(i), found);
      }
    } else if (!same(then, now)) {
      found.add(new Difference(where, then.asText(), now.asText()));
    }
  }

  private static boolean same(JsonNode then, JsonNode now) {
    return (then.isNumber() && now.isNumber())
        ? then.decimalValue().compareTo(now.decimalValue()) == 0
        : then.equals(now);
  }

  private static String place(String where, int position) {
    if (where.startsWith("lines[")) {
      return "." + List.of("sku", "quantity", "gross", "net", "unitPrice").get(position);
    }
    if (where.startsWith("applied[")) {
      return position == 0 ? ".offer" : ".discount";
    }
    if (where.startsWith("rejected[")) {
      return position == 0 ? ".offer" : ".reason";
    }
    return "[" + position + "]";
  }
}
