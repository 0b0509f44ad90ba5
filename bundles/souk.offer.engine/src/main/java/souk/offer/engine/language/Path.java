package souk.offer.engine.language;

import org.jspecify.annotations.Nullable;

/** Way to a place in a document, as a JSON pointer (RFC 6901). */
final class Path {
  static final Path ROOT = new Path(null, "", false);
  private final @Nullable Path parent;
  private final String step;
  private final boolean element;

  private Path(@Nullable Path parent, String step, boolean element) {
    this.parent = parent;
    this.step = step;
    this.element = element;
  }

  Path to(String member) {
    return new Path(this, member, false);
  }

  Path to(int index) {
    return new Path(this, Integer.toString(index), true);
  }

  /** What people call it: the last name, and the position in it. */
  String name() {
    if (parent == null) {
      return "The document";
    }
    if (!element) {
      return Words.quoted(step).replace("\"", "");
    }
    return parent == ROOT ? "Offer " + step : parent.name() + "[" + step + "]";
  }

  /** The last name or position. */
  String last() {
    return step;
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    append(out);
    return out.toString();
  }

  private void append(StringBuilder out) {
    if (parent != null) {
      parent.append(out);
      out.append('/').append(step.replace("~", "~0").replace("/", "~1"));
    }
  }
}
