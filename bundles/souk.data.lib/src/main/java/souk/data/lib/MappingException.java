package souk.data.lib;

import java.util.Objects;

/** A mapping is wrong. The message names place, value and remedy. Unchecked. */
public final class MappingException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;

  /**
   * @param code stable, for example {@code mapping.unknown-column}
   */
  public MappingException(String code, String message) {
    super(message);
    this.code = code;
  }

  public String code() {
    return code;
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
