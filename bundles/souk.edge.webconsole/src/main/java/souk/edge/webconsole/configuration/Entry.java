package souk.edge.webconsole.configuration;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import souk.edge.webconsole.html.Messages;

/**
 * What was typed into one field, and what it means.
 *
 * @param field the field
 * @param typed as typed; one line per value if there may be several
 * @param value the value, or an array of values; empty if it is wrong
 * @param error what is wrong, for people
 */
record Entry(Field field, String typed, Optional<Object> value, Optional<String> error) {

  /** Checks type, range and choice. */
  static Entry read(Field field, String typed, Messages messages) {
    try {
      if (!field.many()) {
        String text = field.type() == Field.Type.STRING ? typed : typed.strip();
        return new Entry(field, typed, Optional.of(one(field, text, messages)), Optional.empty());
      }
      List<Object> values = new ArrayList<>();
      for (String line : typed.lines().toList()) {
        if (!line.isBlank()) {
          values.add(one(field, line.strip(), messages));
        }
      }
      return new Entry(field, typed, Optional.of(array(field, values)), Optional.empty());
    } catch (IllegalArgumentException e) {
      return new Entry(field, typed, Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
    }
  }

  private static Object one(Field field, String text, Messages messages) {
    if (text.length() > 4_000) {
      throw new IllegalArgumentException(messages.text("configuration.too-long"));
    }
    if (!field.options().isEmpty() && !field.options().containsKey(text)) {
      throw new IllegalArgumentException(
          messages.text("configuration.no-option", String.join(", ", field.options().keySet())));
    }
    if (field.type().number()) {
      range(field, number(field, text, messages), messages);
    }
    try {
      return parsed(field.type(), text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(messages.text("configuration.no-number", text), e);
    } catch (IllegalStateException e) {
      throw new IllegalArgumentException(messages.text("configuration.no-boolean", text), e);
    }
  }

  private static Object parsed(Field.Type type, String text) {
    return switch (type) {
      case LONG -> Long.valueOf(text);
      case INTEGER -> Integer.valueOf(text);
      case SHORT -> Short.valueOf(text);
      case BYTE -> Byte.valueOf(text);
      case DOUBLE -> Double.valueOf(text);
      case FLOAT -> Float.valueOf(text);
      case CHARACTER -> {
        if (text.length() != 1) {
          throw new IllegalStateException(text);
        }
        yield text.charAt(0);
      }
      case BOOLEAN -> {
        if (!text.equals("true") && !text.equals("false")) {
          throw new IllegalStateException(text);
        }
        yield Boolean.valueOf(text);
      }
      case STRING, PASSWORD -> text;
    };
  }

  private static BigDecimal number(Field field, String text, Messages messages) {
    String form =
        field.type().whole() ? "[+-]?\\d{1,20}" : "[+-]?\\d{1,30}(\\.\\d{1,30})?(E-?\\d{1,3})?";
    if (!text.matches(form)) {
      throw new IllegalArgumentException(
          messages.text(
              field.type().whole() ? "configuration.no-whole" : "configuration.no-number", text));
    }
    return new BigDecimal(text);
  }

  private static void range(Field field, BigDecimal value, Messages messages) {
    field
        .least()
        .filter(least -> value.compareTo(new BigDecimal(least)) < 0)
        .ifPresent(
            least -> {
              throw new IllegalArgumentException(
                  messages.text("configuration.too-small", value.toPlainString(), least));
            });
    field
        .most()
        .filter(most -> value.compareTo(new BigDecimal(most)) > 0)
        .ifPresent(
            most -> {
              throw new IllegalArgumentException(
                  messages.text("configuration.too-large", value.toPlainString(), most));
            });
  }

  private static Object array(Field field, List<Object> values) {
    return switch (field.type()) {
      case LONG -> values.toArray(new Long[0]);
      case INTEGER -> values.toArray(new Integer[0]);
      case SHORT -> values.toArray(new Short[0]);
      case BYTE -> values.toArray(new Byte[0]);
      case DOUBLE -> values.toArray(new Double[0]);
      case FLOAT -> values.toArray(new Float[0]);
      case CHARACTER -> values.toArray(new Character[0]);
      case BOOLEAN -> values.toArray(new Boolean[0]);
      case STRING, PASSWORD -> values.toArray(new String[0]);
    };
  }
}
