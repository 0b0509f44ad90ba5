package souk.offer.engine.language;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes in JSON text with the place of every value, within fixed bounds. For one text. */
final class JsonText {
  /** Bytes of a text. */
  static final int BYTES = 32 << 20;

  /** Values of a text. */
  static final int VALUES = 1_000_000;

  private static final int DEPTH = 40;
  private static final int TEXT = 20_000;
  private static final int NAME = 300;
  private static final int DIGITS = 30;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH)
                  .maxStringLength(TEXT)
                  .maxNameLength(NAME)
                  .maxNumberLength(200)
                  .build())
          .build();

  private final Problems problems;
  private int values;

  private JsonText(Problems problems) {
    this.problems = problems;
  }

  /** The value that the text holds; empty if it holds none, with one problem that says why. */
  static Optional<Node> read(byte[] json, Problems problems) {
    if (json.length > BYTES) {
      problems.error(
          1,
          1,
          Path.ROOT,
          "language.too-large",
          "The text has %d bytes; at most %d are read.\nMaybe it can be cut into several."
              .formatted(json.length, BYTES),
          json.length,
          BYTES);
      return Optional.empty();
    }
    return Encoding.problem(json, problems)
        ? Optional.empty()
        : new JsonText(problems).whole(json, Encoding.start(json));
  }

  private Optional<Node> whole(byte[] json, int start) {
    ByteArrayInputStream bytes = new ByteArrayInputStream(json, start, json.length - start);
    InputStreamReader text =
        new InputStreamReader(
            bytes,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() == null) {
        problems.error(1, 1, Path.ROOT, "language.empty", "The text is empty.");
        return Optional.empty();
      }
      Node node = value(parser, Path.ROOT);
      if (parser.nextToken() != null) {
        JsonLocation at = parser.currentTokenLocation();
        problems.error(
            at.getLineNr(),
            at.getColumnNr(),
            Path.ROOT,
            "language.syntax",
            "Something follows after the end of the document.\nMaybe a bracket is closed too early.");
        return Optional.empty();
      }
      return Optional.of(node);
    } catch (StreamConstraintsException limit) {
      JsonLocation at = limit.getLocation();
      problems.error(line(at), column(at), Path.ROOT, "language.too-large", Syntax.limit(limit));
    } catch (JsonProcessingException wrong) {
      JsonLocation at = wrong.getLocation();
      problems.error(
          line(at), column(at), Path.ROOT, "language.syntax", Syntax.say(wrong, json, start));
    } catch (CharacterCodingException wrong) {
      Encoding.malformed(json, problems);
    } catch (TooManyValues many) {
      problems.error(
          1,
          1,
          Path.ROOT,
          "language.too-large",
          "The text has more than %d values.\nMaybe it can be cut into several.".formatted(VALUES),
          VALUES);
    } catch (IOException e) {
      throw new IllegalStateException("A text in memory cannot be read.", e);
    }
    return Optional.empty();
  }

  private static int line(JsonLocation at) {
    return at == null ? 1 : Math.max(1, at.getLineNr());
  }

  private static int column(JsonLocation at) {
    return at == null ? 1 : Math.max(1, at.getColumnNr());
  }

  private Node value(JsonParser parser, Path path) throws IOException {
    if (++values > VALUES) {
      throw new TooManyValues();
    }
    JsonLocation at = parser.currentTokenLocation();
    int line = at.getLineNr();
    int column = at.getColumnNr();
    return switch (parser.currentToken()) {
      case START_OBJECT -> table(parser, path, line, column);
      case START_ARRAY -> row(parser, path, line, column);
      case VALUE_STRING -> new Node.Text(line, column, parser.getText());
      case VALUE_TRUE -> new Node.Flag(line, column, true);
      case VALUE_FALSE -> new Node.Flag(line, column, false);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> figure(parser.getText(), path, line, column);
      default -> new Node.Nothing(line, column);
    };
  }

  private Node table(JsonParser parser, Path path, int line, int column) throws IOException {
    Map<String, Node.Member> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      JsonLocation at = parser.currentTokenLocation();
      int nameLine = at.getLineNr();
      int nameColumn = at.getColumnNr();
      String name = parser.currentName();
      parser.nextToken();
      Path place = path.to(name);
      Node.Member member = new Node.Member(nameLine, nameColumn, value(parser, place));
      Node.Member first = members.putIfAbsent(name, member);
      if (first != null) {
        problems.error(
            nameLine,
            nameColumn,
            place,
            "language.duplicate",
            "%s stands here a second time; the first is in line %d.\nMaybe one of them can go."
                .formatted(place.name(), first.line()),
            place.name(),
            first.line());
      }
    }
    return new Node.Table(line, column, members);
  }

  private Node row(JsonParser parser, Path path, int line, int column) throws IOException {
    List<Node> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(parser, path.to(elements.size())));
    }
    return new Node.Row(line, column, elements);
  }

  private Node figure(String literal, Path path, int line, int column) {
    BigDecimal value = Figures.read(literal, DIGITS);
    if (value == null) {
      problems.error(
          line,
          column,
          path,
          "language.number",
          "%s is the number %s, but numbers have at most %d digits."
              .formatted(path.name(), Words.quoted(literal).replace("\"", ""), DIGITS),
          path.name(),
          DIGITS);
      return new Node.Refused(line, column);
    }
    return new Node.Figure(line, column, value);
  }

  private static final class TooManyValues extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
