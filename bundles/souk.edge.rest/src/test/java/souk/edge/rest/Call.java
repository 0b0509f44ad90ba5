package souk.edge.rest;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import souk.edge.rest.http.Exchange;

/** A request made by hand. */
final class Call implements Exchange {
  private final String method;
  private final String path;
  private final String query;
  private final Map<String, String> headers = new HashMap<>();
  private byte[] body = {};
  private boolean local = true;

  private Call(String method, String target) {
    this.method = method;
    int mark = target.indexOf('?');
    this.path = mark < 0 ? target : target.substring(0, mark);
    this.query = mark < 0 ? "" : target.substring(mark + 1);
    header("Host", "127.0.0.1:8181");
  }

  static Call get(String target) {
    return new Call("GET", target);
  }

  static Call post(String target, String json) {
    Call call = new Call("POST", target);
    call.body = json.getBytes(StandardCharsets.UTF_8);
    return call.header("Content-Type", "application/json");
  }

  static Call of(String method, String target) {
    return new Call(method, target);
  }

  Call header(String name, String value) {
    headers.put(name.toLowerCase(Locale.ROOT), value);
    return this;
  }

  Call key(String key) {
    return header("Authorization", "Bearer " + key);
  }

  Call body(byte[] bytes) {
    body = bytes;
    return this;
  }

  Call fromElsewhere() {
    local = false;
    return this;
  }

  @Override
  public String method() {
    return method;
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public String rawQuery() {
    return query;
  }

  @Override
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  @Override
  public String address() {
    return local ? "127.0.0.1" : "192.0.2.7";
  }

  @Override
  public boolean fromThisMachine() {
    return local;
  }

  @Override
  public InputStream body() {
    return new ByteArrayInputStream(body);
  }
}
