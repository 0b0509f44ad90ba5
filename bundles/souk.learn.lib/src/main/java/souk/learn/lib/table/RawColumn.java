package souk.learn.lib.table;

import java.util.Optional;

/**
 * A column as it was brought: figures (NaN where missing) or texts (empty where missing).
 *
 * @param name of the column
 * @param figures present if all that is not missing is a number
 * @param texts present otherwise
 */
public record RawColumn(String name, Optional<double[]> figures, Optional<String[]> texts) {
  /** A column of figures. */
  public static RawColumn of(String name, double[] figures) {
    return new RawColumn(name, Optional.of(figures), Optional.empty());
  }

  /** A column of texts. */
  public static RawColumn of(String name, String[] texts) {
    return new RawColumn(name, Optional.empty(), Optional.of(texts));
  }

  int rows() {
    return figures.map(f -> f.length).orElseGet(() -> texts.orElseThrow().length);
  }
}
