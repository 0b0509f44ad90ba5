package souk.learn.tribuo;

import java.util.ArrayList;
import java.util.List;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import souk.learn.lib.table.Sample;

/** Rows of figures with what happened, as Tribuo wants them; zeros are left out. */
final class Labels {
  static final String HAPPENED = "1";
  private static final String DID_NOT = "0";
  private static final String ALWAYS = "~";

  /** A row made ready. */
  interface Ready {
    double[] of(double[] row);
  }

  private Labels() {}

  static Example<Label> example(double[] ready, boolean happened) {
    Example<Label> example = new ArrayExample<>(new Label(happened ? HAPPENED : DID_NOT));
    for (int c = 0; c < ready.length; c++) {
      if (ready[c] != 0) {
        example.add(new Feature("c%05d".formatted(c), ready[c]));
      }
    }
    example.add(new Feature(ALWAYS, 1));
    return example;
  }

  /** Rows of weight 0 are left out. */
  static MutableDataset<Label> dataset(Sample sample, Ready ready) {
    LabelFactory factory = new LabelFactory();
    List<Example<Label>> examples = new ArrayList<>(sample.size());
    for (int r = 0; r < sample.size(); r++) {
      if (sample.weights()[r] > 0) {
        Example<Label> example = example(ready.of(sample.rows()[r]), sample.target()[r] == 1);
        example.setWeight((float) sample.weights()[r]);
        examples.add(example);
      }
    }
    return new MutableDataset<>(examples, new SimpleDataSourceProvenance("rows", factory), factory);
  }
}
