package souk.kernel.api;

/** Where a strategy stands on its way in and out. */
public enum StrategyState {
  INSTALLED,
  WARMED,
  SHADOW,
  CANARY,
  PRIMARY,
  /** Taken out of rotation after too many failures. */
  TRIPPED,
  DRAINING,
  RELEASED,
  /** Selected, but its bundle is not installed or not started; others answer for it. */
  ABSENT
}
