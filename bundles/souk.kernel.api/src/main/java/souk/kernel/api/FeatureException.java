package souk.kernel.api;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import souk.model.Reason;

/** A change of features or an archive was refused, or a step of a change failed. Unchecked. */
public final class FeatureException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Reason> reasons;

  /**
   * @param reasons at least one
   */
  public FeatureException(List<Reason> reasons) {
    super(reasons.stream().map(Reason::text).collect(Collectors.joining("\n")));
    this.reasons = List.copyOf(reasons);
  }

  public FeatureException(Reason reason) {
    this(List.of(reason));
  }

  public FeatureException(Reason reason, Throwable cause) {
    super(reason.text(), cause);
    this.reasons = List.of(reason);
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  /** Stable code of the first reason, for example {@code feature.downgrade}. */
  public String code() {
    return reasons.get(0).code();
  }

  public List<Reason> reasons() {
    return reasons;
  }
}
