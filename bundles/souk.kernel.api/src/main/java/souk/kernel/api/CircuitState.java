package souk.kernel.api;

/** Whether a strategy is in rotation as far as its failures are concerned. */
public enum CircuitState {
  /** In rotation. */
  CLOSED,
  /** Out of rotation after too many failures in a row. */
  OPEN,
  /** One call is let through as a trial. */
  HALF_OPEN
}
