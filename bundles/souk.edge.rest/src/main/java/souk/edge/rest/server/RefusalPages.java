package souk.edge.rest.server;

import java.nio.ByteBuffer;
import java.util.Locale;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import souk.edge.rest.http.Api;
import souk.edge.rest.http.Language;
import souk.edge.rest.http.Problem;
import souk.edge.rest.http.Title;
import souk.edge.rest.json.Json;

/**
 * Problem documents for what the server refuses by itself. What it says about the request is not
 * repeated: it may hold what the client sent.
 */
final class RefusalPages extends ErrorHandler {
  private static final String PROBLEM = "application/problem+json";

  private final Json json;

  RefusalPages(Json json) {
    this.json = json;
  }

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    String wanted = request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE);
    byte[] body = body(code, Language.of(wanted == null ? "" : wanted), response.getHeaders());
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  /** For requests that are so broken that there is no request. */
  @Override
  public ByteBuffer badMessageError(
      int status, @Nullable String reason, HttpFields.Mutable fields) {
    return ByteBuffer.wrap(body(status, Locale.ENGLISH, fields));
  }

  private byte[] body(int status, Locale reader, HttpFields.Mutable fields) {
    fields.put(HttpHeader.CONTENT_TYPE, PROBLEM);
    Api.SECURITY.forEach(fields::put);
    return json.bytes(problem(status).members(reader));
  }

  static Problem problem(int status) {
    return switch (status) {
      case HttpStatus.BAD_REQUEST_400 ->
          Problem.of(
              status,
              "request.malformed",
              Title.WRONG_REQUEST,
              "This is no HTTP as it should be, or a path that two programs could read differently.\nMaybe the path holds %2F, // or a dot segment, or a header field holds a control character.");
      case HttpStatus.URI_TOO_LONG_414 ->
          Problem.of(
              status,
              "request.address-too-long",
              Title.WRONG_REQUEST,
              "Address and header fields may have 16 KB together, and the address alone has more.\nMaybe what follows the question mark belongs into a body.");
      case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 ->
          Problem.of(
              status,
              "request.headers-too-large",
              Title.WRONG_REQUEST,
              "Address and header fields may have 16 KB together.\nMaybe the client sends cookies of another site.");
      case HttpStatus.NOT_FOUND_404 ->
          Problem.of(
              status,
              "path.unknown",
              Title.NOTHING_HERE,
              "Nothing has this path.\nMaybe it is misspelt; docs/api.md lists all paths.");
      default ->
          Problem.of(
              status,
              "request.refused",
              status < HttpStatus.INTERNAL_SERVER_ERROR_500
                  ? Title.WRONG_REQUEST
                  : Title.PLATFORM_FAILED,
              "The HTTP server does not take this request: %s."
                  .formatted(HttpStatus.getMessage(status)));
    };
  }
}
