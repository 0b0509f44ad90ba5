package souk.edge.rest.doc;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form of a JSON value. Immutable. */
public sealed interface Shape {
  Shape TEXT = new OfType(String.class);
  Shape COUNT = new OfType(long.class);
  Shape NUMBER = new OfType(double.class);
  Shape FLAG = new OfType(boolean.class);

  /** Any JSON value. */
  Shape ANY = new OfType(Object.class);

  /**
   * As the JSON of the edge writes a value of this type; records with all their components.
   *
   * @param type a class, or a class with type arguments
   */
  record OfType(Type type) implements Shape {}

  /**
   * A list.
   *
   * @param element each element
   */
  record ListOf(Shape element) implements Shape {}

  /**
   * An object with keys of any name.
   *
   * @param value each value
   */
  record MapOf(Shape value) implements Shape {}

  /**
   * A value or null.
   *
   * @param shape the value
   */
  record OrNull(Shape shape) implements Shape {}

  /**
   * One of some texts.
   *
   * @param values the texts
   */
  record OneOf(List<String> values) implements Shape {
    public OneOf {
      values = List.copyOf(values);
    }
  }

  /**
   * A field of an object.
   *
   * @param name name
   * @param shape value
   * @param always false if it may be left out
   */
  record Field(String name, Shape shape, boolean always) {}

  /**
   * An object with these fields and no others.
   *
   * @param name of the component in the document
   * @param fields in the order of the answer
   */
  record Fields(String name, List<Field> fields) implements Shape {
    public Fields {
      fields = List.copyOf(fields);
    }

    public Fields with(String field, Shape shape) {
      return plus(List.of(new Field(field, shape, true)));
    }

    public Fields with(String field, Type type) {
      return with(field, of(type));
    }

    /** A field that holds null when there is nothing to say. */
    public Fields maybe(String field, Type type) {
      return with(field, of(type).orNull());
    }

    /** A field that may be left out. */
    public Fields optional(String field, Shape shape) {
      return plus(List.of(new Field(field, shape, false)));
    }

    /** Another object that begins with the same fields. */
    public Fields named(String other) {
      return new Fields(other, fields);
    }

    public Fields plus(List<Field> more) {
      List<Field> all = new ArrayList<>(fields);
      all.addAll(more);
      return new Fields(name, all);
    }
  }

  static Shape of(Type type) {
    return new OfType(type);
  }

  static Shape listOf(Type type) {
    return new ListOf(of(type));
  }

  static Shape list(Shape element) {
    return new ListOf(element);
  }

  static Shape mapOf(Type type) {
    return new MapOf(of(type));
  }

  static Fields object(String name) {
    return new Fields(name, List.of());
  }

  static Shape oneOf(String... values) {
    return new OneOf(List.of(values));
  }

  default Shape orNull() {
    return new OrNull(this);
  }

  /** Shapes of types that have no fields of their own: the ones that views write. */
  interface Views {
    Optional<Shape> of(Class<?> type);

    static Views of(Map<Class<?>, Shape> shapes) {
      return type -> Optional.ofNullable(shapes.get(type));
    }
  }
}
