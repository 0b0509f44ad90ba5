package souk.offer.engine.language;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A JSON value and where it stands in the text. */
sealed interface Node {
  int line();

  int column();

  /** What it is, for messages: short and on one line. */
  String found();

  /** A text. */
  record Text(int line, int column, String value) implements Node {
    @Override
    public String found() {
      return "the text " + Words.quoted(value);
    }
  }

  /** A number, exact. */
  record Figure(int line, int column, BigDecimal value) implements Node {
    @Override
    public String found() {
      return "the number " + value.toPlainString();
    }

    boolean whole() {
      return value.stripTrailingZeros().scale() <= 0;
    }
  }

  /** True or false. */
  record Flag(int line, int column, boolean value) implements Node {
    @Override
    public String found() {
      return String.valueOf(value);
    }
  }

  /** The word null. */
  record Nothing(int line, int column) implements Node {
    @Override
    public String found() {
      return "null";
    }
  }

  /** A list. */
  record Row(int line, int column, List<Node> elements) implements Node {
    @Override
    public String found() {
      return elements.isEmpty()
          ? "an empty list"
          : "a list of " + Words.count(elements.size(), "value");
    }
  }

  /** An object; members in the order of the text. */
  record Table(int line, int column, Map<String, Member> members) implements Node {
    @Override
    public String found() {
      return members.isEmpty()
          ? "an empty object"
          : "an object with " + Words.count(members.size(), "member");
    }

    boolean has(String name) {
      return members.containsKey(name);
    }

    /** What a member holds; {@link Nothing} at the place of the object if it is not there. */
    Node value(String name) {
      Member member = members.get(name);
      return member == null ? new Nothing(line, column) : member.value();
    }
  }

  /** Something that was refused while the text was taken in; nothing more is said about it. */
  record Refused(int line, int column) implements Node {
    @Override
    public String found() {
      return "something unreadable";
    }
  }

  /**
   * A member of an object.
   *
   * @param line of its name
   * @param column of its name
   * @param value what it holds
   */
  record Member(int line, int column, Node value) {}
}
