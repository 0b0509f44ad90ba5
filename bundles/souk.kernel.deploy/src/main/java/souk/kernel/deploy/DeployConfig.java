package souk.kernel.deploy;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an admin can set. */
@ObjectClassDefinition(
    name = "Souk drop folder",
    description = "How long bundles of the drop folder may take.")
@interface DeployConfig {
  @AttributeDefinition(
      name = "Longest start (ms)",
      description =
          "A bundle whose activator does not come back within this time is left alone and reported.",
      min = "1",
      max = "3600000")
  long startMillis() default 5_000;

  @AttributeDefinition(
      name = "Longest stop (ms)",
      description =
          "Longest wait for a bundle to stop; calls into its strategies are awaited meanwhile.",
      min = "1",
      max = "3600000")
  long stopMillis() default 30_000;
}
