package souk.edge.webconsole.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.apache.felix.webconsole.spi.SecurityProvider;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may use the web console: one administrator with a password that is made at the first start.
 * Refuses requests that another site sent, and uploads unless they are switched on.
 */
@Component(property = SecurityProvider.PROPERTY_ID + "=" + ConsoleSecurity.ID)
public final class ConsoleSecurity implements SecurityProvider {
  /** To be named in the framework property {@code felix.webconsole.security.providers}. */
  static final String ID = "souk.console.security";

  private static final Logger LOG = LoggerFactory.getLogger(ConsoleSecurity.class);
  private static final String USER = "admin";
  private static final String SCHEME = "Basic ";
  private static final int LONGEST_HEADER = 1_000;

  private final PasswordFile login;
  private final VerifiedLogins verified;
  private final LoginThrottle throttle;
  private final boolean uploadAllowed;

  @Activate
  public ConsoleSecurity(BundleContext context) throws IOException {
    this(
        Path.of(
            Optional.ofNullable(context.getProperty("souk.data")).orElse("data"),
            "secrets",
            "console.properties"),
        Boolean.parseBoolean(context.getProperty("souk.console.upload")),
        Clock.systemUTC());
  }

  ConsoleSecurity(Path file, boolean uploadAllowed, Clock clock) throws IOException {
    SecureRandom random = new SecureRandom();
    Optional<PasswordFile> known = PasswordFile.read(file);
    if (known.isEmpty()) {
      Path first = PasswordFile.create(file, USER, random);
      LOG.info(
          "Web console: user {}; its first password is in {} for the owner only and shown once by"
              + " souk start. Remove the file when it is noted.",
          USER,
          first);
      known = PasswordFile.read(file);
    }
    this.login = known.orElseThrow();
    this.verified = new VerifiedLogins(random, clock);
    this.throttle = new LoginThrottle(clock);
    this.uploadAllowed = uploadAllowed;
  }

  @Override
  public @Nullable Object authenticate(HttpServletRequest request, HttpServletResponse response) {
    if (!OriginCheck.allows(
        request.getMethod(),
        request.getHeader("Sec-Fetch-Site"),
        request.getHeader("Origin"),
        request.getHeader("Host"))) {
      LOG.warn(
          "A {} of {} from a foreign origin was refused.",
          request.getMethod(),
          request.getServletPath());
      return refuse(response, HttpServletResponse.SC_FORBIDDEN, "Foreign origin.");
    }
    if (!uploadAllowed && isUpload(request)) {
      return refuse(
          response,
          HttpServletResponse.SC_FORBIDDEN,
          "Uploads are switched off. Put bundles into the deploy folder,"
              + " or start with souk.console.upload=true.");
    }
    String header = request.getHeader("Authorization");
    if (header == null
        || header.length() > LONGEST_HEADER
        || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return challenge(response);
    }
    return check(header.substring(SCHEME.length()).trim(), request, response);
  }

  private @Nullable Object check(
      String credentials, HttpServletRequest request, HttpServletResponse response) {
    if (!verified.knows(credentials)) {
      String address = String.valueOf(request.getRemoteAddr());
      Duration wait = throttle.wait(address);
      if (!wait.isZero()) {
        response.setHeader("Retry-After", Long.toString(wait.toSeconds() + 1));
        return refuse(response, 429, "Too many wrong logins. Wait and try again.");
      }
      if (!isRight(credentials)) {
        throttle.failed(address);
        LOG.warn("A wrong login to the web console from {}.", address);
        return challenge(response);
      }
      throttle.succeeded(address);
      verified.add(credentials);
    }
    request.setAttribute(ServletContextHelper.REMOTE_USER, USER);
    return USER;
  }

  /** One at a time, so that a flood of wrong logins does not take all processors. */
  private synchronized boolean isRight(String credentials) {
    String pair;
    try {
      pair = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      LOG.debug("Credentials are not in Base64.", e);
      return false;
    }
    int colon = pair.indexOf(':');
    return colon > 0 && login.matches(pair.substring(0, colon), pair.substring(colon + 1));
  }

  @Override
  public boolean authorize(Object user, String role) {
    return USER.equals(user);
  }

  @Override
  public void logout(HttpServletRequest request, HttpServletResponse response) {
    verified.clear();
    challenge(response);
  }

  private static boolean isUpload(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  private static @Nullable Object challenge(HttpServletResponse response) {
    response.setHeader("WWW-Authenticate", "Basic realm=\"Souk\", charset=\"UTF-8\"");
    return refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "Please log in.");
  }

  private static @Nullable Object refuse(HttpServletResponse response, int status, String text) {
    try {
      response.setStatus(status);
      response.setContentType("text/plain; charset=utf-8");
      response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      response.flushBuffer();
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException("The answer could not be sent.", e);
    }
  }
}
