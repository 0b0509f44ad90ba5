package souk.learn.tribuo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;

/** Rows of figures as Tribuo wants them; a missing value is left out. */
final class Examples {
  private static final String TARGET = "y";
  private static final String ALWAYS = "~";

  private final String[] names;

  Examples(int columns) {
    this.names = IntStream.range(0, columns).mapToObj("c%05d"::formatted).toArray(String[]::new);
  }

  static int column(String name) {
    return name.equals(ALWAYS) ? -1 : Integer.parseInt(name.substring(1));
  }

  /** One example; {@code always} adds a column of ones, so that no row is empty. */
  Example<Regressor> of(double[] row, double target, boolean always) {
    Example<Regressor> example = new ArrayExample<>(new Regressor(TARGET, target));
    for (int c = 0; c < row.length; c++) {
      if (!Double.isNaN(row[c])) {
        example.add(new org.tribuo.Feature(names[c], row[c]));
      }
    }
    if (always) {
      example.add(new org.tribuo.Feature(ALWAYS, 1));
    }
    return example;
  }

  MutableDataset<Regressor> dataset(
      double[][] rows, double[] target, Optional<double[]> weights, boolean always) {
    RegressionFactory factory = new RegressionFactory();
    List<Example<Regressor>> examples = new ArrayList<>(rows.length);
    for (int r = 0; r < rows.length; r++) {
      Example<Regressor> example = of(rows[r], target[r], always);
      if (weights.isPresent()) {
        example.setWeight((float) weights.get()[r]);
      }
      examples.add(example);
    }
    return new MutableDataset<>(examples, new SimpleDataSourceProvenance("rows", factory), factory);
  }
}
