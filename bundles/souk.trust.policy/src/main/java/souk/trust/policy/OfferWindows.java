package souk.trust.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.model.Reason;
import souk.model.Spec;
import souk.offer.api.Offer;
import souk.plan.api.Plan;
import souk.trust.api.OfferChange;
import souk.trust.api.Violation;
import souk.trust.spi.PolicyGuard;

/**
 * No offer whose window is over or empty; a very long one, and a time of day that a change of
 * summer time leaves out or repeats, need a second person.
 */
@Component(
    configurationPid = "souk.trust.policy.offer-windows",
    property = {
      "souk.role=PolicyGuard",
      "souk.strategy=offer-windows",
      "souk.version=1.0.0",
      "souk.family=offer",
      "souk.title=Windows of offers"
    })
@Designate(ocd = OfferWindows.Config.class)
public final class OfferWindows implements PolicyGuard {
  /** Limits. */
  @ObjectClassDefinition(
      name = "Souk: guard of the windows of offers",
      description = "Stops offers that are over; long ones need a second person.")
  public @interface Config {
    @AttributeDefinition(
        name = "Longest window (days)",
        description = "An offer that holds longer needs a second person.",
        min = "1",
        max = "36500")
    int longestDays() default 366;
  }

  private final int longestDays;

  @Activate
  public OfferWindows(Config config) {
    this(config.longestDays());
  }

  OfferWindows(int longestDays) {
    this.longestDays = longestDays;
  }

  @Override
  public List<Violation> judge(Plan plan) {
    return List.of();
  }

  @Override
  public List<Violation> judgeOffers(OfferChange change) {
    List<Violation> violations = new ArrayList<>();
    ZoneId zone = change.terms().zone(Optional.empty());
    for (Offer offer : change.after().offers()) {
      if (change.changed().contains(offer.id())) {
        judge(offer, change.at(), violations);
        offer.conditions().stream()
            .filter(condition -> condition.kind().equals("time-of-day"))
            .forEach(condition -> summerTime(offer, condition, zone, violations));
      }
    }
    return Findings.few(violations);
  }

  private void judge(Offer offer, Instant at, List<Violation> violations) {
    Instant from = offer.window().from();
    Instant until = offer.window().until();
    if (!until.isAfter(from)) {
      violations.add(
          Findings.block(
              "offer-window-empty",
              offer.id(),
              reason(
                  "empty",
                  "%s starts at %s and ends at %s, so it never holds. Correct one of the two.",
                  offer.id(),
                  from,
                  until)));
    } else if (!until.isAfter(at)) {
      violations.add(
          Findings.block(
              "offer-window-over",
              offer.id(),
              reason(
                  "over",
                  "%s ended at %s, and it is %s now. Give it a later end.",
                  offer.id(),
                  until,
                  at)));
    }
    long days = Duration.between(from, until).toDays();
    if (days > longestDays) {
      violations.add(
          Findings.secondPerson(
              "offer-window-long",
              offer.id(),
              reason(
                  "long",
                  "%s holds for %d days; up to %d days one approval will do. Check its end: %s.",
                  offer.id(),
                  days,
                  longestDays,
                  until)));
    }
  }

  private static void summerTime(
      Offer offer, Spec condition, ZoneId zone, List<Violation> violations) {
    Object first = condition.parameters().get("from");
    Object end = condition.parameters().get("until");
    if (!(first instanceof String a) || !(end instanceof String b)) {
      return;
    }
    int from = minutes(a);
    int until = minutes(b);
    ZoneOffsetTransition change = zone.getRules().nextTransition(offer.window().from());
    for (int i = 0; i < 2 && change != null; i++) {
      if (change.getInstant().isBefore(offer.window().until()) && meets(change, from, until)) {
        violations.add(
            Findings.secondPerson(
                "offer-summer-time",
                offer.id(),
                reason(
                    "summer-time",
                    "%s holds from %s to %s, but on %s clocks in %s %s. Confirm, or choose another time of day.",
                    offer.id(),
                    a,
                    b,
                    change.getDateTimeBefore().toLocalDate(),
                    zone,
                    said(change))));
        return;
      }
      change = zone.getRules().nextTransition(change.getInstant());
    }
  }

  private static String said(ZoneOffsetTransition change) {
    return change.isGap()
        ? "go from %s to %s".formatted(time(change, true), time(change, false))
        : "go back from %s to %s".formatted(time(change, true), time(change, false));
  }

  private static LocalTime time(ZoneOffsetTransition change, boolean before) {
    return (before ? change.getDateTimeBefore() : change.getDateTimeAfter()).toLocalTime();
  }

  /** True if the hour that is left out or repeated meets the time of day. */
  private static boolean meets(ZoneOffsetTransition change, int from, int until) {
    int a = time(change, change.isGap()).toSecondOfDay() / 60;
    int b = a + (int) Math.abs(change.getDuration().toMinutes());
    return until > from ? a < until && from < b : a < until || from < b;
  }

  /** Minutes since midnight of {@code HH:mm}; 24:00 is the end of the day. */
  private static int minutes(String clock) {
    try {
      return 60 * Integer.parseInt(clock.substring(0, 2)) + Integer.parseInt(clock.substring(3));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      return 0; // the kind itself refuses it
    }
  }

  private static Reason reason(String rule, String text, Object... figures) {
    return Reason.of("guard.offer-window." + rule, text.formatted(figures), figures);
  }
}
