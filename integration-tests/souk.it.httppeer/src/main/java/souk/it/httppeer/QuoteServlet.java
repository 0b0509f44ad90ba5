package souk.it.httppeer;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * What any server must do for a quote, and nothing of a quote: checks the key, binds the cart,
 * writes an answer as long as the platform's. The answer is given by {@code PUT}.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("souk-peer-quotes")
@HttpWhiteboardServletPattern("/peer/quotes")
public final class QuoteServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String BEARER = "Bearer ";

  private final transient ObjectMapper mapper =
      JsonMapper.builder()
          .typeFactory(TypeFactory.defaultInstance().withCache(new LRUMap<>(16, 256)))
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();
  private final transient byte[] keyDigest;
  private transient volatile Object answer = List.of();

  /** One line of a cart. */
  record Line(String lineId, String sku, BigDecimal quantity) {}

  /** A cart. */
  record Body(
      String currency,
      String channel,
      String customer,
      List<String> coupons,
      List<Line> lines,
      String at) {}

  @Activate
  public QuoteServlet(BundleContext bundles) throws IOException {
    Path key = Path.of(bundles.getProperty("souk.data"), "secrets", "till.key");
    this.keyDigest = digest(Files.readString(key, StandardCharsets.US_ASCII).strip());
  }

  @Override
  protected void doPut(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer = mapper.readValue(request.getInputStream(), JsonNode.class);
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String header = request.getHeader("Authorization");
    if (header == null
        || !header.startsWith(BEARER)
        || !MessageDigest.isEqual(keyDigest, digest(header.substring(BEARER.length())))) {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    Body cart = mapper.readValue(request.getInputStream(), Body.class);
    if (cart.lines().isEmpty()) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    byte[] body = mapper.writeValueAsBytes(answer);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("application/json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static byte[] digest(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("This Java runtime has no SHA-256.", missing);
    }
  }
}
