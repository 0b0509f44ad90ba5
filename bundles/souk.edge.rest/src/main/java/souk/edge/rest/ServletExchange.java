package souk.edge.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import souk.edge.rest.http.Exchange;

/** A servlet request as an exchange. */
final class ServletExchange implements Exchange {
  private final HttpServletRequest request;

  ServletExchange(HttpServletRequest request) {
    this.request = request;
  }

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public String path() {
    String path = request.getPathInfo();
    return path == null ? "/" : path;
  }

  @Override
  public String rawQuery() {
    String query = request.getQueryString();
    return query == null ? "" : query;
  }

  @Override
  public Optional<String> header(String name) {
    return Optional.ofNullable(request.getHeader(name));
  }

  @Override
  public String address() {
    String address = request.getRemoteAddr();
    return address == null ? "" : address;
  }

  @Override
  public boolean fromThisMachine() {
    try {
      return InetAddress.getByName(address()).isLoopbackAddress();
    } catch (UnknownHostException notAnAddress) {
      return false;
    }
  }

  @Override
  public InputStream body() throws IOException {
    return request.getInputStream();
  }
}
