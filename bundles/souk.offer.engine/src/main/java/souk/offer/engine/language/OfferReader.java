package souk.offer.engine.language;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import souk.model.Reason;
import souk.model.Spec;
import souk.model.TimeRange;
import souk.offer.api.Basis;
import souk.offer.api.Funding;
import souk.offer.api.Offer;
import souk.offer.api.OfferLimits;

/** Makes offers of tables that fit the schema. */
final class OfferReader {
  private final Schema schema;
  private final OtherKinds others;
  private final ParameterReader parameters;
  private final Amounts amounts;
  private final Times times;
  private final Optional<ZoneId> zone;
  private final Problems problems;

  OfferReader(
      Schema schema,
      OtherKinds others,
      ParameterReader parameters,
      Amounts amounts,
      Times times,
      Optional<ZoneId> zone,
      Problems problems) {
    this.schema = schema;
    this.others = others;
    this.parameters = parameters;
    this.amounts = amounts;
    this.times = times;
    this.zone = zone;
    this.problems = problems;
  }

  /** The offer; empty, and problems more, if it cannot be. */
  Optional<Offer> read(Node.Table offer, Path path) {
    long before = problems.errors();
    Fields fields = new Fields(offer);
    Optional<TimeRange> window =
        times.window((Node.Table) fields.node("window"), path.to("window"), zone);
    List<Spec> conditions = new ArrayList<>();
    List<Node> given = fields.row("conditions");
    for (int i = 0; i < given.size(); i++) {
      conditions.add(spec((Node.Table) given.get(i), path.to("conditions").to(i), Role.CONDITION));
    }
    Spec effect = spec((Node.Table) fields.node("effect"), path.to("effect"), Role.EFFECT);
    OfferLimits limits = limits(fields, effect.kind(), path.to("limits"));
    List<Funding> funding = funding(fields, path.to("funding"));
    if (window.isEmpty() || problems.errors() > before) {
      return Optional.empty();
    }
    Offer.Builder builder =
        Offer.builder(fields.text("id", ""), fields.text("name", ""), window.get(), effect)
            .conditions(conditions)
            .priority(fields.number("priority", 0))
            .stackingGroup(fields.text("stackingGroup", "default"))
            .exclusive(fields.flag("exclusive", false))
            .basis(Basis.valueOf(fields.text("basis", "list").toUpperCase(Locale.ROOT)))
            .limits(limits)
            .funding(funding)
            .names(fields.texts("names"))
            .paused(fields.flag("paused", false));
    if (offer.has("planId")) {
      builder.planId(fields.text("planId", ""));
    }
    return Optional.of(builder.build());
  }

  private Spec spec(Node.Table table, Path path, Role role) {
    long before = problems.errors();
    Fields fields = new Fields(table);
    String kind = fields.text("kind", "");
    Path place = path.to("parameters");
    Node.Table given =
        table.has("parameters")
            ? (Node.Table) fields.node("parameters")
            : new Node.Table(table.line(), table.column(), Map.of());
    JsonNode rules = schema.kind(role, kind).orElse(null);
    Map<String, Object> values =
        rules == null ? ParameterReader.plain(given) : parameters.read(given, rules, place);
    if (rules != null && values.get("percent") instanceof BigDecimal percent) {
      smallPercent(given, percent, place);
    }
    Spec spec = new Spec(kind, values);
    if (problems.errors() == before) {
      for (Reason wrong : others.validate(role, spec)) {
        problems.error(given, place, wrong.code(), wrong.text(), wrong.arguments().toArray());
      }
    }
    return spec;
  }

  private void smallPercent(Node.Table given, BigDecimal percent, Path path) {
    if (percent.compareTo(BigDecimal.ONE) < 0) {
      problems.warning(
          given.value("percent"),
          path.to("percent"),
          "offer.small-percent",
          "percent is %s, less than one hundredth of the price.\nMaybe %s was meant."
              .formatted(
                  percent.toPlainString(),
                  Figures.shortest(percent.movePointRight(2)).toPlainString()),
          percent.toPlainString());
    }
  }

  private OfferLimits limits(Fields offer, String effect, Path path) {
    if (!(offer.node("limits") instanceof Node.Table table)) {
      return OfferLimits.none();
    }
    Fields fields = new Fields(table);
    OfferLimits.Builder limits = OfferLimits.builder();
    fields.whole("perOrder").ifPresent(limits::perOrder);
    fields.whole("perCustomer").ifPresent(limits::perCustomer);
    fields.whole("total").ifPresent(limits::total);
    amounts.of(table, "budget", path).ifPresent(limits::budget);
    JsonNode rules = schema.kind(Role.EFFECT, effect).orElse(null);
    if (table.has("perOrder") && rules != null && !rules.path("properties").has("perOrder")) {
      problems.warning(
          fields.node("perOrder"),
          path.to("perOrder"),
          "offer.does-not-repeat",
          "perOrder changes nothing: the effect %s does not repeat within an order.\nMaybe perCustomer or total was meant."
              .formatted(effect),
          effect);
    }
    return limits.build();
  }

  private List<Funding> funding(Fields offer, Path path) {
    List<Funding> all = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (Node element : offer.row("funding")) {
      Fields one = new Fields((Node.Table) element);
      BigDecimal share = one.decimal("share");
      sum = sum.add(share);
      all.add(new Funding(one.text("supplier", ""), share));
    }
    if (sum.compareTo(BigDecimal.ONE) > 0) {
      problems.error(
          offer.node("funding"),
          path,
          "offer.funding",
          "The shares of the suppliers add up to %s, but at most 1 can be paid."
              .formatted(sum.toPlainString()),
          sum.toPlainString());
    }
    return all;
  }

  /** Members of a table that fits the schema. */
  record Fields(Node.Table table) {
    Node node(String name) {
      return table.value(name);
    }

    String text(String name, String otherwise) {
      return node(name) instanceof Node.Text text ? text.value() : otherwise;
    }

    boolean flag(String name, boolean otherwise) {
      return node(name) instanceof Node.Flag flag ? flag.value() : otherwise;
    }

    int number(String name, int otherwise) {
      return node(name) instanceof Node.Figure figure ? figure.value().intValueExact() : otherwise;
    }

    Optional<Long> whole(String name) {
      return node(name) instanceof Node.Figure figure
          ? Optional.of(figure.value().longValueExact())
          : Optional.empty();
    }

    BigDecimal decimal(String name) {
      return node(name) instanceof Node.Figure figure ? figure.value() : BigDecimal.ZERO;
    }

    List<Node> row(String name) {
      return node(name) instanceof Node.Row row ? row.elements() : List.of();
    }

    List<String> list(String name) {
      List<String> all = new ArrayList<>();
      for (Node element : row(name)) {
        if (element instanceof Node.Text text) {
          all.add(text.value());
        }
      }
      return all;
    }

    Map<String, String> texts(String name) {
      Map<String, String> all = new LinkedHashMap<>();
      if (node(name) instanceof Node.Table texts) {
        texts
            .members()
            .forEach(
                (key, member) -> {
                  if (member.value() instanceof Node.Text text) {
                    all.put(key, text.value());
                  }
                });
      }
      return all;
    }
  }
}
