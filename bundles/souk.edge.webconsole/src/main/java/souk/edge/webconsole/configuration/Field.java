package souk.edge.webconsole.configuration;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One attribute of a component's configuration, as its metatype declares it.
 *
 * @param id key of the value
 * @param name for people, with the unit
 * @param description what it does
 * @param type for example {@code Integer}
 * @param many whether it holds a list of values
 * @param least least number allowed, as declared
 * @param most greatest number allowed, as declared
 * @param defaults values that hold if none is set
 * @param options allowed values with their texts; empty if any value is allowed
 */
record Field(
    String id,
    String name,
    String description,
    Type type,
    boolean many,
    Optional<String> least,
    Optional<String> most,
    List<String> defaults,
    Map<String, String> options) {

  /** Types of values. */
  enum Type {
    STRING,
    LONG,
    INTEGER,
    SHORT,
    BYTE,
    CHARACTER,
    DOUBLE,
    FLOAT,
    BOOLEAN,
    PASSWORD;

    boolean number() {
      return whole() || this == DOUBLE || this == FLOAT;
    }

    boolean whole() {
      return this == LONG || this == INTEGER || this == SHORT || this == BYTE;
    }
  }
}
