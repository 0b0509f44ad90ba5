package souk.edge.rest.doc;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import souk.model.CustomerKey;
import souk.model.DecisionId;
import souk.model.EvidenceLabel;
import souk.model.Money;
import souk.model.Sku;
import souk.model.SnapshotId;

/**
 * JSON Schemas of shapes, as the JSON of the edge writes and reads them. Objects become components
 * of the document. Not safe for use by many threads.
 */
final class Schemas {
  private static final Set<Class<?>> TEXTS =
      Set.of(
          String.class,
          Sku.class,
          CustomerKey.class,
          DecisionId.class,
          SnapshotId.class,
          Currency.class);
  private static final Set<Class<?>> WHOLE =
      Set.of(
          int.class,
          Integer.class,
          long.class,
          Long.class,
          short.class,
          Short.class,
          BigInteger.class);

  private final Shape.Views views;
  private final Map<String, Map<String, Object>> components = new TreeMap<>();
  private final Map<String, Object> owners = new LinkedHashMap<>();

  Schemas(Shape.Views views) {
    this.views = views;
  }

  Map<String, Map<String, Object>> components() {
    return components;
  }

  Map<String, Object> of(Shape shape) {
    if (shape instanceof Shape.OfType type) {
      return ofType(type.type());
    }
    if (shape instanceof Shape.ListOf list) {
      return list(of(list.element()));
    }
    if (shape instanceof Shape.MapOf map) {
      return map(of(map.value()));
    }
    if (shape instanceof Shape.OrNull maybe) {
      return orNull(of(maybe.shape()));
    }
    if (shape instanceof Shape.OneOf one) {
      return Members.of("type", "string", "enum", one.values());
    }
    Shape.Fields fields = (Shape.Fields) shape;
    return component(fields.name(), fields, () -> object(fields));
  }

  /** A body: components that may be null may be left out. */
  Map<String, Object> body(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    String place = outer == null ? "" : outer.getSimpleName().replace("Resource", "");
    return component(place + type.getSimpleName() + "Request", type, () -> recordOf(type, true));
  }

  private Map<String, Object> object(Shape.Fields fields) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (Shape.Field field : fields.fields()) {
      properties.put(field.name(), of(field.shape()));
      if (field.always()) {
        required.add(field.name());
      }
    }
    return object(properties, required);
  }

  private Map<String, Object> recordOf(Class<?> type, boolean taken) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      boolean maybe = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      properties.put(
          component.getName(),
          taken ? taken(component.getGenericType(), maybe) : written(component, maybe));
      if (!taken || !maybe) {
        required.add(component.getName());
      }
    }
    return object(properties, required);
  }

  private Map<String, Object> written(RecordComponent component, boolean maybe) {
    Map<String, Object> schema = ofType(component.getGenericType());
    return maybe ? orNull(schema) : schema;
  }

  private Map<String, Object> taken(Type type, boolean maybe) {
    Map<String, Object> schema;
    if (type instanceof Class<?> plain && plain.isRecord()) {
      schema = body(plain);
    } else if (type instanceof ParameterizedType list
        && list.getRawType() == List.class
        && list.getActualTypeArguments()[0] instanceof Class<?> element
        && element.isRecord()) {
      schema = list(body(element));
    } else if (type == double.class) {
      schema = Members.of("type", "number");
    } else if (type == double[].class) {
      schema = list(Members.of("type", "number"));
    } else {
      schema = type == Double.class ? Members.of("type", "number") : ofType(type);
    }
    return maybe ? orNull(schema) : schema;
  }

  private Map<String, Object> ofType(Type type) {
    if (type instanceof ParameterizedType generic) {
      return ofGeneric(generic);
    }
    if (type instanceof GenericArrayType array) {
      return list(ofType(array.getGenericComponentType()));
    }
    if (!(type instanceof Class<?> plain)) {
      return Members.of();
    }
    if (TEXTS.contains(plain)) {
      return Members.of("type", "string");
    }
    if (WHOLE.contains(plain)) {
      return Members.of("type", "integer");
    }
    if (plain == boolean.class || plain == Boolean.class) {
      return Members.of("type", "boolean");
    }
    if (plain == double.class || plain == Double.class) {
      return Members.of("type", List.of("number", "null"));
    }
    if (plain == BigDecimal.class) {
      return Members.of("type", "number");
    }
    if (plain == Instant.class) {
      return Members.of("type", "string", "format", "date-time");
    }
    if (plain == LocalDate.class) {
      return Members.of("type", "string", "format", "date");
    }
    if (plain.isEnum()) {
      return Members.of("type", "string", "enum", names(plain));
    }
    if (plain.isArray()) {
      return list(ofType(plain.getComponentType()));
    }
    if (plain == Money.class) {
      return component("Money", Money.class, Schemas::money);
    }
    Optional<Shape> view = views.of(plain);
    if (view.isPresent()) {
      return of(view.get());
    }
    return plain.isRecord()
        ? component(nameOf(plain), plain, () -> recordOf(plain, false))
        : Members.of();
  }

  private Map<String, Object> ofGeneric(ParameterizedType generic) {
    Class<?> raw = (Class<?>) generic.getRawType();
    Type[] arguments = generic.getActualTypeArguments();
    if (raw == Optional.class) {
      return orNull(ofType(arguments[0]));
    }
    if (Collection.class.isAssignableFrom(raw)) {
      return list(ofType(arguments[0]));
    }
    if (Map.class.isAssignableFrom(raw)) {
      return map(ofType(arguments[1]));
    }
    return Members.of();
  }

  private static List<String> names(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(value -> ((Enum<?>) value).name())
        .map(name -> type == EvidenceLabel.class ? name.toLowerCase(Locale.ROOT) : name)
        .toList();
  }

  private static Map<String, Object> money() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("amountMinor", Members.of("type", "integer"));
    properties.put("currency", Members.of("type", "string"));
    properties.put("text", Members.of("type", "string"));
    return object(properties, List.of("amountMinor", "currency", "text"));
  }

  private static String nameOf(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? type.getSimpleName() : nameOf(outer) + type.getSimpleName();
  }

  /** Registers before it is filled, so that a type may hold itself. */
  private Map<String, Object> component(
      String name, Object owner, java.util.function.Supplier<Map<String, Object>> content) {
    Object known = owners.putIfAbsent(name, owner);
    if (known != null && !known.equals(owner)) {
      throw new IllegalStateException(
          "Two different objects of the API description are called %s.".formatted(name));
    }
    if (known == null) {
      components.put(name, content.get());
    }
    return Members.of("$ref", "#/components/schemas/" + name);
  }

  private static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    schema.put("additionalProperties", false);
    return schema;
  }

  private static Map<String, Object> list(Map<String, Object> element) {
    return Members.of("type", "array", "items", element);
  }

  private static Map<String, Object> map(Map<String, Object> value) {
    return Members.of("type", "object", "additionalProperties", value);
  }

  private static Map<String, Object> orNull(Map<String, Object> schema) {
    return schema.isEmpty()
        ? schema
        : Members.of("anyOf", List.of(schema, Members.of("type", "null")));
  }
}
