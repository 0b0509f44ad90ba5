package souk.kernel.runtime.felix.spi;

/** A role for tests: answers a number for a number. */
public interface Greeter {
  double greet(double input);

  /** Version of the strategy that answers, to see whether two versions were mixed. */
  String version();
}
