package souk.data.lib;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the parsed JSON of a mapping into a {@link Mapping} and refuses everything it does not
 * understand, so that a typing error never silently changes what is loaded.
 */
public final class MappingReader {
  /** The form of mapping that this version reads. */
  public static final String FORM = "1";

  private static final LocalDate DEFAULT_EARLIEST = LocalDate.of(1990, 1, 1);
  private static final Set<String> QUARANTINE_RULES =
      Set.of("negative-price", "zero-price", "zero-price-without-description");
  private final LocalDate today;

  /**
   * @param today days later than the day after it are not believed, unless the mapping says so
   */
  public MappingReader(LocalDate today) {
    this.today = today;
  }

  /**
   * @param json objects as maps, arrays as lists, texts as String, true and false as Boolean
   * @throws MappingException if the mapping is wrong
   */
  public Mapping read(Map<?, ?> json) {
    MappingNode root = new MappingNode("", json);
    root.text("description");
    root.text("attribution");
    String form = root.requiredText("form", "\"form\": \"" + FORM + "\"");
    if (!form.equals(FORM)) {
      throw root.wrong("mapping.unknown-form", "form", "\"" + FORM + "\"");
    }
    String source = root.requiredText("source", "a short name such as \"web-shop\"");
    DomainTable table = table(root);
    Currency currency = currency(root);
    ZoneId zone = zone(root);
    Map<String, ColumnRule> columns = columns(root, table);
    Map<String, String> file = file(root.node("file"));
    MappingNode rules = root.node("rules");
    Mapping mapping =
        new Mapping(
            source,
            table,
            zone,
            currency,
            file,
            columns,
            rules.texts("returnOrderPrefixes"),
            new CodePattern(rules.texts("nonArticles")),
            quarantine(rules),
            day(rules, "earliest", DEFAULT_EARLIEST),
            day(rules, "latest", today.plusDays(1)),
            rules
                .oneOf("redelivery", List.of("replace-order", "add-lines"))
                .equals("replace-order"));
    rules.refuseUnknownKeys();
    root.refuseUnknownKeys();
    return mapping;
  }

  private static DomainTable table(MappingNode root) {
    String title = root.requiredText("table", "the domain table, for example \"order_line\"");
    for (DomainTable table : DomainTable.values()) {
      if (table.title().equals(title)) {
        return table;
      }
    }
    throw root.wrong("mapping.unknown-table", "table", "one of order_line, product, cost");
  }

  private static Currency currency(MappingNode root) {
    String code = root.requiredText("currency", "an ISO 4217 code such as \"GBP\"");
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw root.wrong(
          "mapping.unknown-currency",
          "currency",
          "an ISO 4217 code in capitals such as GBP or CNY");
    }
  }

  private static ZoneId zone(MappingNode root) {
    String id =
        root.requiredText("zone", "the zone of the times in the file, such as \"Europe/London\"");
    try {
      return ZoneId.of(id);
    } catch (DateTimeException e) {
      throw root.wrong(
          "mapping.unknown-zone", "zone", "a zone such as Europe/London, Asia/Shanghai or UTC");
    }
  }

  private static Map<String, String> file(MappingNode file) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String key : file.keys()) {
      options.put(key, file.requiredText(key, "a text"));
    }
    return options;
  }

  private static Set<String> quarantine(MappingNode rules) {
    List<String> given =
        rules.has("quarantine") ? rules.texts("quarantine") : List.of("negative-price");
    for (String rule : given) {
      if (!QUARANTINE_RULES.contains(rule)) {
        throw new MappingException(
            "mapping.unknown-value",
            "\"rules.quarantine\" of the mapping holds \"%s\", but knows only %s.%s"
                .formatted(
                    rule,
                    String.join(", ", QUARANTINE_RULES.stream().sorted().toList()),
                    Closest.hint(rule, QUARANTINE_RULES)));
      }
    }
    return new HashSet<>(given);
  }

  private static LocalDate day(MappingNode rules, String key, LocalDate fallback) {
    Optional<String> text = rules.text(key);
    try {
      return text.map(LocalDate::parse).orElse(fallback);
    } catch (DateTimeException e) {
      throw rules.wrong("mapping.not-a-day", key, "a day such as 2024-02-29");
    }
  }

  private static Map<String, ColumnRule> columns(MappingNode root, DomainTable table) {
    MappingNode columns = root.node("columns");
    MappingNode numbers = root.node("numbers");
    char decimal = sign(numbers, "decimal", '.');
    char grouping = sign(numbers, "grouping", (char) 0);
    numbers.refuseUnknownKeys();
    List<String> known = new ArrayList<>(table.required());
    known.addAll(table.optional());
    Map<String, ColumnRule> rules = new LinkedHashMap<>();
    for (String target : columns.keys()) {
      if (!known.contains(target)) {
        throw new MappingException(
            "mapping.unknown-target",
            "%s of the mapping is no column of %s; it has %s.%s"
                .formatted(
                    columns.at(target),
                    table.title(),
                    String.join(", ", known),
                    Closest.hint(target, known)));
      }
      rules.put(target, column(columns, target, decimal, grouping));
    }
    for (String target : table.required()) {
      if (!rules.containsKey(target)) {
        throw new MappingException(
            "mapping.missing-target",
            "The mapping does not say where %s of %s comes from.%nMaybe add \"columns\": {\"%s\": \"name of the column in the file\"}."
                .formatted(target, table.title(), target));
      }
    }
    return rules;
  }

  private static ColumnRule column(
      MappingNode columns, String target, char decimal, char grouping) {
    if (columns.value(target).orElse("") instanceof String name) {
      if (name.isBlank()) {
        throw columns.wrong("mapping.wrong-type", target, "the name of a column in the file");
      }
      return new ColumnRule(
          target, name, "", "", Locale.ENGLISH, decimal, grouping, List.of(), "keep");
    }
    MappingNode node = columns.node(target);
    if (node.has("column") == node.has("constant")) {
      throw new MappingException(
          "mapping.column-or-constant",
          "%s of the mapping must have either \"column\" or \"constant\"."
              .formatted(columns.at(target)));
    }
    String constant = node.text("constant").orElse("");
    String name =
        node.has("column") ? node.requiredText("column", "the name of a column in the file") : "";
    String pattern = node.text("pattern").orElse("");
    checkPattern(node, pattern);
    String language = node.text("language").orElse("en");
    ColumnRule rule =
        new ColumnRule(
            target,
            name,
            constant,
            pattern,
            Locale.forLanguageTag(language),
            sign(node, "decimal", decimal),
            sign(node, "grouping", grouping),
            node.texts("empty"),
            node.oneOf("case", List.of("keep", "upper", "lower")));
    node.refuseUnknownKeys();
    return rule;
  }

  private static void checkPattern(MappingNode node, String pattern) {
    try {
      if (!pattern.isEmpty()) {
        new DateTimeFormatterBuilder().appendPattern(pattern);
      }
    } catch (IllegalArgumentException e) {
      throw node.wrong("mapping.wrong-pattern", "pattern", "a pattern such as uuuu-MM-dd HH:mm:ss");
    }
  }

  private static char sign(MappingNode node, String key, char fallback) {
    Optional<String> text = node.text(key);
    if (text.isEmpty()) {
      return fallback;
    }
    if (text.get().isEmpty() && key.equals("grouping")) {
      return 0;
    }
    if (text.get().length() != 1 || Character.isDigit(text.get().charAt(0))) {
      throw node.wrong("mapping.wrong-sign", key, "one character such as \".\" or \",\"");
    }
    return text.get().charAt(0);
  }
}
