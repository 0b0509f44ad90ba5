package souk.learn.tensorflow.net;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import souk.learn.tensorflow.net.Weights.Start;

/** A network as a graph: what goes in, and what each row is answered. */
public final class Net {
  /** Names of what goes in. */
  public static final String FIGURES = "figures";

  public static final String TOKENS = "tokens";
  public static final String MASK = "mask";

  private final Ops tf;
  private final NetworkPlan plan;
  private final Weights weights;
  private final Operand<TFloat32> mask;
  private final List<Operand<TInt32>> tokens = new ArrayList<>();
  private final List<Operand<TFloat32>> figures = new ArrayList<>();
  private final List<Operand<TFloat32>> states = new ArrayList<>();
  private final Operand<TFloat32> embedding;

  public Net(Ops tf, NetworkPlan plan, Weights weights, Dropout dropout) {
    this.tf = tf;
    this.plan = plan;
    this.weights = weights;
    Layers layers = new Layers(tf, weights, dropout);
    this.mask =
        tf.withName(MASK)
            .placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, plan.steps())));
    Operand<TFloat32> x = begin(layers);
    if (plan.kind() == NetworkPlan.Kind.MLP) {
      this.embedding = dense(layers, x);
    } else {
      Operand<TFloat32> read = read(layers, x);
      states.add(read);
      this.embedding = Layers.last(tf, read, mask, plan.steps());
    }
  }

  private int width() {
    return plan.tokens() || plan.kind() == NetworkPlan.Kind.TRANSFORMER
        ? plan.hidden()
        : plan.width();
  }

  private Operand<TFloat32> begin(Layers layers) {
    Shape shape = Shape.of(-1, plan.steps(), plan.width());
    if (plan.tokens()) {
      Operand<TInt32> in = tf.withName(TOKENS).placeholder(TInt32.class, Placeholder.shape(shape));
      tokens.add(in);
      return masked(layers.table(in, plan.vocabulary(), plan.hidden()));
    }
    Operand<TFloat32> in =
        tf.withName(FIGURES).placeholder(TFloat32.class, Placeholder.shape(shape));
    figures.add(in);
    Operand<TFloat32> scaled =
        tf.math.mul(
            tf.math.sub(in, layers.weight("scale.mean", Start.ZERO, plan.width())),
            layers.weight("scale.factor", Start.ONE, plan.width()));
    return plan.kind() == NetworkPlan.Kind.TRANSFORMER
        ? layers.steps("project", scaled, plan.steps(), plan.width(), plan.hidden())
        : masked(scaled);
  }

  private Operand<TFloat32> masked(Operand<TFloat32> x) {
    return tf.math.mul(x, tf.expandDims(mask, tf.constant(2)));
  }

  private Operand<TFloat32> dense(Layers layers, Operand<TFloat32> x) {
    int in = plan.steps() * width();
    Operand<TFloat32> y = tf.reshape(x, tf.constant(new int[] {-1, in}));
    for (int l = 0; l < plan.layers(); l++) {
      y = tf.nn.relu(layers.flat("dense." + l, y, in, plan.hidden()));
      y = layers.dropped(y);
      in = plan.hidden();
    }
    return y;
  }

  private Operand<TFloat32> read(Layers layers, Operand<TFloat32> x) {
    Operand<TFloat32> y = x;
    int in = width();
    if (plan.kind() == NetworkPlan.Kind.TRANSFORMER) {
      y = layers.dropped(tf.math.add(y, Attention.positions(tf, plan.steps(), plan.hidden())));
    }
    for (int l = 0; l < plan.layers(); l++) {
      String name = "layer." + l;
      y =
          switch (plan.kind()) {
            case LSTM -> Recurrent.lstm(layers, name, y, plan.steps(), in, plan.hidden());
            case GRU -> Recurrent.gru(layers, name, y, plan.steps(), in, plan.hidden());
            case TEMPORAL_CNN ->
                Convolution.block(
                    layers, name, y, plan.steps(), in, plan.hidden(), plan.kernel(), 1 << l);
            case TRANSFORMER ->
                Attention.block(layers, name, y, plan.steps(), plan.hidden(), plan.heads());
            case MLP -> throw new IllegalStateException("an MLP does not read step by step");
          };
      if (plan.kind() == NetworkPlan.Kind.LSTM || plan.kind() == NetworkPlan.Kind.GRU) {
        y = layers.dropped(y);
      }
      in = plan.hidden();
    }
    return plan.kind() == NetworkPlan.Kind.TRANSFORMER
        ? layers.normal("norm", y, plan.hidden())
        : y;
  }

  public Operand<TFloat32> mask() {
    return mask;
  }

  /** What goes in beside the mask. */
  public Operand<?> input() {
    return plan.tokens() ? tokens.get(0) : figures.get(0);
  }

  public Operand<TFloat32> embedding() {
    return embedding;
  }

  /** One number per row before it is made a probability or brought to its units. */
  public Operand<TFloat32> raw() {
    Operand<TFloat32> out =
        tf.math.add(
            tf.linalg.matMul(
                embedding, weights.weight("head.w", false, Start.GLOROT, plan.hidden(), 1)),
            weights.weight("head.b", false, Start.ZERO, 1));
    return out;
  }

  /** Mean and deviation of the target; 0 and 1 where it is no figure. */
  public Operand<TFloat32> scaleOfTarget() {
    return weights.weight("head.target", false, Start.ZERO, 2);
  }

  /** The answer of a row from its raw number. */
  public Operand<TFloat32> score(Operand<TFloat32> raw) {
    if (plan.goal() == NetworkPlan.Aim.BINARY) {
      return tf.math.sigmoid(raw);
    }
    Operand<TFloat32> scale = scaleOfTarget();
    Operand<TFloat32> mean =
        tf.slice(scale, tf.constant(new int[] {0}), tf.constant(new int[] {1}));
    Operand<TFloat32> deviation =
        tf.slice(scale, tf.constant(new int[] {1}), tf.constant(new int[] {1}));
    return tf.math.add(tf.math.mul(raw, deviation), mean);
  }

  /** Raw numbers of all tokens of one of the learned fields for each of these vectors. */
  private Operand<TFloat32> logits(Operand<TFloat32> rows, int place) {
    int tokensOfField = plan.vocabulary()[plan.nextFields()[place]];
    return tf.math.add(
        tf.linalg.matMul(
            rows,
            weights.weight(
                "next.%d.w".formatted(place), false, Start.GLOROT, plan.hidden(), tokensOfField)),
        weights.weight("next.%d.b".formatted(place), false, Start.ZERO, tokensOfField));
  }

  /** Probability of each token of the first learned field in the step after the last. */
  public Operand<TFloat32> next() {
    return tf.nn.softmax(logits(embedding, 0));
  }

  /** Rows × steps: 1 where a step has a next one. */
  public Operand<TFloat32> hasNext() {
    return Layers.ahead(tf, mask, plan.steps());
  }

  /** Log loss of the next step, summed over the learned fields; one per row and step. */
  public Operand<TFloat32> nextLoss() {
    Operand<TFloat32> rows = tf.reshape(states.get(0), tf.constant(new int[] {-1, plan.hidden()}));
    Operand<TInt32> shifted =
        tf.pad(
            tf.slice(
                tokens.get(0),
                tf.constant(new int[] {0, 1, 0}),
                tf.constant(new int[] {-1, plan.steps() - 1, plan.width()})),
            tf.constant(new int[][] {{0, 0}, {0, 1}, {0, 0}}),
            tf.constant(0));
    List<Operand<TFloat32>> losses = new ArrayList<>();
    for (int place = 0; place < plan.nextFields().length; place++) {
      int field = plan.nextFields()[place];
      Operand<TInt32> wanted =
          tf.reshape(
              tf.gather(shifted, tf.constant(field), tf.constant(2)), tf.constant(new int[] {-1}));
      Operand<TFloat32> onehot =
          tf.oneHot(
              wanted, tf.constant(plan.vocabulary()[field]), tf.constant(1f), tf.constant(0f));
      losses.add(tf.nn.softmaxCrossEntropyWithLogits(logits(rows, place), onehot).loss());
    }
    Operand<TFloat32> all = losses.size() == 1 ? losses.get(0) : tf.math.addN(losses);
    return tf.reshape(all, tf.constant(new int[] {-1, plan.steps()}));
  }
}
