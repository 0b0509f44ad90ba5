package souk.learn.api;

import org.osgi.annotation.versioning.ConsumerType;

/** Sees a training while it runs. Safe for use by many threads. Since 1.1.0. */
@ConsumerType
public interface TrainingWatch {
  /**
   * One epoch has ended.
   *
   * @param mostEpochs how many there can be; it may stop earlier
   */
  void point(CurvePoint point, int mostEpochs);

  /** True if the training should stop soon; what it has learned is lost then. */
  default boolean cancelled() {
    return false;
  }

  /** Sees nothing. */
  static TrainingWatch none() {
    return (point, mostEpochs) -> {};
  }
}
