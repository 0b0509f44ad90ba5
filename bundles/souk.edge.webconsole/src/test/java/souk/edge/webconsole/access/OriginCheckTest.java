package souk.edge.webconsole.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginCheckTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "GET,  cross-site,  http://evil.example,     localhost:8080, true",
        "POST, same-origin, http://localhost:8080,   localhost:8080, true",
        "POST, -,           http://localhost:8080,   localhost:8080, true",
        "POST, -,           -,                       localhost:8080, true",
        "POST, none,        -,                       localhost:8080, true",
        "POST, -,           http://LOCALHOST,        localhost:80,   true",
        "POST, -,           https://shop.example,    shop.example,   true",
        "POST, -,           https://shop.example:443,shop.example:443, true",
        "POST, -,           http://evil.example,     localhost:8080, false",
        "POST, -,           http://localhost:9090,   localhost:8080, false",
        "POST, cross-site,  -,                       localhost:8080, false",
        "POST, same-site,   http://localhost:8080,   localhost:8080, false",
        "POST, -,           null,                    localhost:8080, false",
        "DELETE, -,         http://evil.example,     localhost:8080, false",
        "POST, -,           http://localhost:8080,   -,              false",
        "POST, -,           ':::',                   localhost:8080, false",
      })
  void onlySafeOrOwnRequestsPass(
      String method, String fetchSite, String origin, String host, boolean allowed) {
    assertEquals(allowed, OriginCheck.allows(method, fetchSite, origin, host));
  }
}
