package souk.data.api;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A load was refused as a whole: the file, its form or the mapping is wrong. Nothing was loaded.
 * Unchecked; the message names place, value and remedy.
 */
public final class LoadException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;

  /**
   * @param code stable, for example {@code mapping.unknown-column}
   */
  public LoadException(String code, String message) {
    super(message);
    this.code = code;
  }

  public LoadException(String code, String message, @Nullable Throwable cause) {
    super(message, cause);
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
