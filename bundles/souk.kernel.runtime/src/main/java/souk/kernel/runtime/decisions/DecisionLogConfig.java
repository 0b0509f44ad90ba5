package souk.kernel.runtime.decisions;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How decisions are kept on disk. */
@ObjectClassDefinition(name = "Souk decision log", description = "How decisions are kept on disk.")
@interface DecisionLogConfig {
  @AttributeDefinition(
      name = "Segment size (bytes)",
      description = "A new file is begun beyond this size.",
      min = "4096",
      max = "1073741824")
  long segmentBytes() default 16L * 1024 * 1024;

  @AttributeDefinition(
      name = "Force interval (ms)",
      description = "At a crash of the machine at most this much of the quotes may be lost.",
      min = "1",
      max = "1000")
  long forceMillis() default 500;

  @AttributeDefinition(
      name = "Keep quotes (days)",
      description =
          "Segments of quotes whose last entry is older are removed; a quote can be replayed until then. 0 keeps them for ever. Plans, publications and the audit trail are always kept.",
      min = "0",
      max = "36500")
  long keepQuotesDays() default 30;

  @AttributeDefinition(
      name = "Keep quotes (MB)",
      description =
          "The oldest segments of quotes are removed beyond this size of all of them. 0 is no limit. Plans, publications and the audit trail are always kept.",
      min = "0",
      max = "1048576")
  long keepQuotesMegabytes() default 2048;
}
