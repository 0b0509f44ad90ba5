package souk.kernel.spi;

/** What a {@link TrafficMetric} measures. Immutable. */
public final class MetricDescription {
  private final String id;
  private final String title;
  private final String unit;
  private final boolean higherIsBetter;

  private MetricDescription(String id, String title, String unit, boolean higherIsBetter) {
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "A metric's id must be in kebab case, but is %s.%nMaybe margin-per-quote was meant."
              .formatted(id));
    }
    this.id = id;
    this.title = title;
    this.unit = unit;
    this.higherIsBetter = higherIsBetter;
  }

  /**
   * @param id in kebab case
   * @param title for people
   * @param unit for example {@code minor units}
   */
  public static MetricDescription higherIsBetter(String id, String title, String unit) {
    return new MetricDescription(id, title, unit, true);
  }

  /** Like {@link #higherIsBetter}, for what should be small. */
  public static MetricDescription lowerIsBetter(String id, String title, String unit) {
    return new MetricDescription(id, title, unit, false);
  }

  public String id() {
    return id;
  }

  public String title() {
    return title;
  }

  public String unit() {
    return unit;
  }

  public boolean higherIsBetter() {
    return higherIsBetter;
  }
}
