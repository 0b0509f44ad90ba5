package souk.kernel.runtime.routing;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an admin can set; selections are further properties {@code primary.<Role>}. */
@ObjectClassDefinition(
    name = "Souk strategy router",
    description =
        "Limits of the router. Selections are kept here too, as primary.<Role>=strategy@version.")
@interface RouterConfig {
  @AttributeDefinition(
      name = "Lease wait (ms)",
      description = "Longest wait for calls under way when a strategy's bundle stops.",
      min = "0",
      max = "600000")
  long leaseMillis() default 10_000;

  @AttributeDefinition(
      name = "Absence wait (ms)",
      description = "Longest wait of a caller while the only strategy is being updated.",
      min = "0",
      max = "600000")
  long absenceMillis() default 2_000;

  @AttributeDefinition(
      name = "Failures in a row (count)",
      description = "After so many, a strategy is taken out of rotation.",
      min = "1",
      max = "1000000")
  int failureLimit() default 5;

  @AttributeDefinition(
      name = "Circuit pause (ms)",
      description = "After this pause one trial call is let through to a tripped strategy.",
      min = "0",
      max = "86400000")
  long circuitPauseMillis() default 30_000;

  @AttributeDefinition(
      name = "Overdue grace (ms)",
      description =
          "A call in its caller's thread that runs longer than its deadline and this time trips the strategy.",
      min = "0",
      max = "600000")
  long overdueGraceMillis() default 1_000;

  @AttributeDefinition(
      name = "Long work from (ms)",
      description = "Calls with at least this deadline run in the isolation pool.",
      min = "1",
      max = "3600000")
  long isolateFromMillis() default 2_000;

  @AttributeDefinition(
      name = "Isolation threads (count)",
      description = "Most calls in the isolation pool at once.",
      min = "1",
      max = "1024")
  int isolatedThreads() default 64;

  @AttributeDefinition(
      name = "Quarantine limit (threads)",
      description = "Most threads lost to strategies that are replaced.",
      min = "0",
      max = "1024")
  int quarantineLimit() default 16;

  @AttributeDefinition(
      name = "Processor time of shadows (share)",
      description = "Share of one processor's time that copies for shadows may use, in (0, 1].",
      min = "0.0001",
      max = "1")
  double shadowShare() default 0.25;

  @AttributeDefinition(
      name = "Self-test deadline (ms)",
      description = "A strategy must pass its role's self-test within this time.",
      min = "1",
      max = "3600000")
  long warmMillis() default 30_000;
}
