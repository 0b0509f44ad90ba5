package souk.offer.engine.language;

import java.nio.charset.StandardCharsets;
import java.util.List;
import souk.model.Reason;
import souk.model.Spec;
import souk.offer.api.OfferProblem;
import souk.offer.api.OfferReading;
import souk.offer.api.OfferSurroundings;
import souk.offer.engine.kinds.BuiltInCondition;
import souk.offer.engine.kinds.BuiltInEffect;
import souk.offer.engine.kinds.BuiltInKinds;

/** Texts of offers, and a language that knows the built-in kinds and one of another bundle. */
final class Texts {
  static final String OTHER_KIND = "moon-phase";

  static final OtherKinds KINDS =
      new OtherKinds() {
        @Override
        public List<String> names(Role role) {
          return role == Role.CONDITION ? List.of(OTHER_KIND) : List.of();
        }

        @Override
        public List<Reason> validate(Role role, Spec spec) {
          if (spec.kind().equals(OTHER_KIND)) {
            return spec.parameters().containsKey("phase")
                ? List.of()
                : List.of(Reason.of("offer.parameter", "Kind moon-phase needs a phase."));
          }
          if (role == Role.CONDITION) {
            BuiltInCondition condition = BuiltInKinds.CONDITIONS.get(spec.kind());
            return condition == null ? List.of() : condition.validate(spec);
          }
          BuiltInEffect effect = BuiltInKinds.EFFECTS.get(spec.kind());
          return effect == null ? List.of() : effect.validate(spec);
        }
      };

  static final JsonOfferLanguage LANGUAGE = new JsonOfferLanguage(KINDS);

  private Texts() {}

  static OfferReading read(String json) {
    return LANGUAGE.read(json.getBytes(StandardCharsets.UTF_8), OfferSurroundings.none());
  }

  static OfferReading read(byte[] json) {
    return LANGUAGE.read(json, OfferSurroundings.none());
  }

  /** A document in pounds with one offer, whose members follow after id, name and window. */
  static String offer(String members) {
    return """
        {"version": 1, "currency": "GBP", "offers": [
          {"id": "A", "name": "a", "window": {"from": "2026-03-01T00:00:00Z", "until": "2026-04-01T00:00:00Z"},
           %s}
        ]}
        """
        .formatted(members);
  }

  static String effect(String kind, String parameters) {
    return offer(
        "\"effect\": {\"kind\": \"%s\", \"parameters\": {%s}}".formatted(kind, parameters));
  }

  static String condition(String kind, String parameters) {
    return offer(
        "\"conditions\": [{\"kind\": \"%s\", \"parameters\": {%s}}], \"effect\": {\"kind\": \"percentage\", \"parameters\": {\"percent\": 10}}"
            .formatted(kind, parameters));
  }

  /** The only problem. */
  static OfferProblem only(OfferReading reading) {
    if (reading.problems().size() != 1) {
      throw new AssertionError(
          reading.problems().size() + " problems: " + String.join("\n", said(reading)));
    }
    return reading.problems().get(0);
  }

  static List<String> said(OfferReading reading) {
    return reading.problems().stream().map(OfferProblem::toString).toList();
  }
}
