package souk.data.api;

import java.util.Map;

/**
 * A wish to load one source.
 *
 * @param connector id of the connector, for example {@code files}
 * @param location for the connector {@code files}: absolute path of the file
 * @param options connector options such as delimiter and charset
 * @param mappingJson JSON mapping of columns to domain tables; its form is documented in {@code
 *     docs/loading.md}
 */
public record LoadRequest(
    String connector, String location, Map<String, String> options, String mappingJson) {
  public LoadRequest {
    options = Map.copyOf(options);
  }
}
