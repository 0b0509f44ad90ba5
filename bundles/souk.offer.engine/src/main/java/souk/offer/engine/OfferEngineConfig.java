package souk.offer.engine;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the offer engine, PID {@code souk.offer.engine}. */
@ObjectClassDefinition(
    name = "Souk offer engine",
    description = "Quotes carts against the published snapshot.")
public @interface OfferEngineConfig {
  @AttributeDefinition(
      name = "Deadline of a strategy (ms)",
      description = "After this time the fallback answers instead of a slow strategy.",
      min = "1",
      max = "60000")
  long deadlineMillis() default 50;

  @AttributeDefinition(
      name = "Quotes at once (count)",
      description = "More wait in turn before they are calculated; 0 means ten for each processor.",
      min = "0",
      max = "4096")
  int quotesAtOnce() default 0;

  @AttributeDefinition(
      name = "Quotes in the decision log (share)",
      description = "From 0 (none) to 1 (all).",
      min = "0",
      max = "1")
  double logShare() default 1.0;

  @AttributeDefinition(
      name = "File of the pseudonym key",
      description =
          "Absolute path; empty for secrets/pseudonym.key in the state folder. Customer keys are"
              + " written to the decision log only as pseudonyms made with this key.")
  String pseudonymKeyFile() default "";
}
