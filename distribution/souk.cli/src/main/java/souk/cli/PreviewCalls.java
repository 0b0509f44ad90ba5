package souk.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Quotes carts with the offers and prices of a file, which is sent once and then named. Safe for
 * use by several threads.
 */
final class PreviewCalls {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int UNKNOWN = 404;
  private static final int REFUSED = 422;

  private final Api api;
  private final Path file;
  private final byte[] document;
  private final String currency;
  private final Instant at;
  private final boolean explained;
  private volatile String documentId = "";

  /**
   * @param file offers, prices and whatever else a quote needs
   * @param at instant for carts that name none
   */
  PreviewCalls(Api api, Path file, Instant at, boolean explained) {
    this.api = api;
    this.file = file;
    this.at = at;
    this.explained = explained;
    this.document = read(file);
    this.currency = currency(file, document);
  }

  /**
   * The answer to one cart.
   *
   * @param quoted whether it is a quote; else it is a problem
   * @param json of the quote or the problem
   */
  record Result(boolean quoted, byte[] json) {}

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new CliFailure(ExitCode.USAGE, "Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static String currency(Path file, byte[] document) {
    try {
      return MAPPER.readTree(document).path("currency").asText("");
    } catch (JsonProcessingException e) {
      throw new CliFailure(
          ExitCode.USAGE,
          "%s:%d:%d is not JSON: %s"
              .formatted(
                  file,
                  e.getLocation().getLineNr(),
                  e.getLocation().getColumnNr(),
                  e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new CliFailure(ExitCode.USAGE, "Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** A cart without a currency is in that of the offers. */
  byte[] inCurrency(String cart, boolean empty) {
    String field = MAPPER.createObjectNode().put("currency", currency).toString();
    String inner = cart.strip().substring(1);
    return currency.isEmpty()
        ? cart.getBytes(StandardCharsets.UTF_8)
        : (field.substring(0, field.length() - 1) + (empty ? "" : ",") + inner)
            .getBytes(StandardCharsets.UTF_8);
  }

  List<Result> quote(List<byte[]> carts) {
    String id = documentId;
    if (!id.isEmpty()) {
      HttpResponse<byte[]> answer = send(body(carts, true, id));
      if (answer.statusCode() != UNKNOWN) {
        return results(answer, carts.size());
      }
    }
    return results(send(body(carts, false, "")), carts.size());
  }

  private HttpResponse<byte[]> send(byte[] body) {
    return api.exchange("/quotes/preview" + (explained ? "?explain=true" : ""), body);
  }

  private byte[] body(List<byte[]> carts, boolean named, String id) {
    ByteArrayOutputStream body = new ByteArrayOutputStream(document.length + carts.size() * 500);
    // The document comes first in its line, so that places in it are places in the file.
    if (named) {
      text(body, "{\"documentId\":\"" + id + "\"");
    } else {
      text(body, "{\"document\":");
      body.writeBytes(document);
    }
    text(body, ",\"at\":\"" + at + "\",\"carts\":[");
    for (int i = 0; i < carts.size(); i++) {
      text(body, i == 0 ? "" : ",");
      body.writeBytes(carts.get(i));
    }
    text(body, "]}");
    return body.toByteArray();
  }

  private static void text(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<Result> results(HttpResponse<byte[]> answer, int wanted) {
    byte[] body = answer.body();
    if (answer.statusCode() >= 400) {
      throw refused(answer.statusCode(), body);
    }
    List<Result> results = new ArrayList<>(wanted);
    try (JsonParser in = FACTORY.createParser(body)) {
      in.nextToken();
      for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
        if (name.equals("results")) {
          list(in, body, results);
        } else {
          String id = in.nextTextValue();
          documentId = name.equals("documentId") && id != null ? id : documentId;
        }
      }
    } catch (IOException e) {
      throw new CliFailure(ExitCode.FAILED, "The platform answered no JSON: " + e, e);
    }
    if (results.size() != wanted) {
      throw new CliFailure(
          ExitCode.FAILED,
          "The platform answered %d carts of %d.".formatted(results.size(), wanted));
    }
    return results;
  }

  private static void list(JsonParser in, byte[] body, List<Result> results) throws IOException {
    in.nextToken();
    while (in.nextToken() == JsonToken.START_OBJECT) {
      boolean quoted = "quote".equals(in.nextFieldName());
      in.nextToken();
      int from = (int) in.currentTokenLocation().getByteOffset();
      in.skipChildren();
      int until = (int) in.currentLocation().getByteOffset();
      results.add(new Result(quoted, Arrays.copyOfRange(body, from, until)));
      in.nextToken();
    }
  }

  private CliFailure refused(int status, byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    try {
      JsonNode problem = MAPPER.readTree(body);
      if (status == REFUSED && problem.path("problems").isArray()) {
        StringBuilder all = new StringBuilder("The offers of %s are refused.".formatted(file));
        for (JsonNode one : problem.path("problems")) {
          all.append(
              "%n%s:%d:%d: %s %s: %s"
                  .formatted(
                      file,
                      one.path("line").asInt(),
                      one.path("column").asInt(),
                      one.path("severity").asText().toLowerCase(java.util.Locale.ROOT),
                      one.path("pointer").asText(),
                      one.path("text").asText()));
        }
        return new CliFailure(ExitCode.USAGE, all.toString());
      }
      text = Api.ApiFailure.message(problem, text);
    } catch (IOException e) {
      // not a problem document: the body itself is the message
    }
    return new CliFailure(
        ExitCode.FAILED, "POST /quotes/preview answered %d: %s".formatted(status, text));
  }
}
