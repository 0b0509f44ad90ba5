package souk.data.spi;

import java.util.Map;

/**
 * Where records come from and how to read them.
 *
 * @param location for files: absolute path
 * @param options for example {@code delimiter}, {@code charset}, {@code quote}, {@code header}
 */
public record SourceSpec(String location, Map<String, String> options) {
  public SourceSpec {
    options = Map.copyOf(options);
  }
}
