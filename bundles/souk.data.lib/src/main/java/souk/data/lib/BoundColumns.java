package souk.data.lib;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The columns of a mapping bound to the header of one source. */
final class BoundColumns {
  private final Map<String, ColumnRule> rules;
  private final Map<String, Integer> positions = new HashMap<>();

  BoundColumns(Mapping mapping, List<String> header) {
    this.rules = mapping.columns();
    List<ColumnRule> missing = new ArrayList<>();
    for (ColumnRule rule : rules.values()) {
      int position = rule.isConstant() ? -1 : header.indexOf(rule.column());
      positions.put(rule.target(), position);
      if (position < 0 && !rule.isConstant()) {
        missing.add(rule);
      }
    }
    if (!missing.isEmpty()) {
      throw unknown(missing, header);
    }
  }

  private static MappingException unknown(List<ColumnRule> missing, List<String> header) {
    missing.sort(Comparator.comparing(ColumnRule::target));
    String wanted =
        missing.stream()
            .map(rule -> "%s from column \"%s\"".formatted(rule.target(), rule.column()))
            .collect(Collectors.joining(", "));
    String hints =
        missing.stream()
            .map(rule -> Closest.hint(rule.column(), header))
            .collect(Collectors.joining());
    return new MappingException(
        "mapping.unknown-column",
        "The mapping takes %s, but the source has %s.%s".formatted(wanted, shown(header), hints));
  }

  Cell cell(String target) {
    ColumnRule rule = rules.get(target);
    return rule == null
        ? new Cell(null, -1)
        : new Cell(rule, Objects.requireNonNull(positions.get(target)));
  }

  private static String shown(List<String> header) {
    List<String> some = header.size() > 30 ? header.subList(0, 30) : header;
    String names = String.join(", ", some.stream().map(n -> "\"" + n + "\"").toList());
    return names + (header.size() > 30 ? " and " + (header.size() - 30) + " more" : "");
  }

  /** One bound column; reads its cleaned text from a record. */
  static final class Cell {
    private final ColumnRule rule;
    private final int position;

    private Cell(@org.jspecify.annotations.Nullable ColumnRule rule, int position) {
      this.rule =
          rule != null
              ? rule
              : new ColumnRule(
                  "", "", "", "", java.util.Locale.ROOT, '.', (char) 0, List.of(), "keep");
      this.position = position;
    }

    ColumnRule rule() {
      return rule;
    }

    String column() {
      return rule.column();
    }

    String text(String[] values) {
      return position < 0 ? rule.constant() : rule.clean(values[position]);
    }

    /** The text as a key: not empty, at most 200 characters, no control characters. */
    String key(String[] values) throws RowFaultException {
      String text = text(values);
      if (text.isEmpty()) {
        throw new RowFaultException(
            new RowFault(
                column(), text, "row.missing-value", "A value is required here. Fill it in."));
      }
      return checked(text);
    }

    /** Like {@link #key}, but may be empty. */
    String optionalKey(String[] values) throws RowFaultException {
      String text = text(values);
      return text.isEmpty() ? text : checked(text);
    }

    private String checked(String text) throws RowFaultException {
      if (text.length() > 200) {
        throw new RowFaultException(
            new RowFault(
                column(),
                text,
                "row.text-too-long",
                "Keys have at most 200 characters, this one has %d. Maybe a quote was left open."
                    .formatted(text.length())));
      }
      for (int i = 0; i < text.length(); i++) {
        if (Character.isISOControl(text.charAt(i))) {
          throw new RowFaultException(
              new RowFault(
                  column(),
                  text,
                  "row.control-character",
                  "A control character at position %d. Remove it.".formatted(i + 1)));
        }
      }
      return text;
    }
  }
}
