package souk.learn.tensorflow.net;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Parts of the Transformer. Vaswani et al. 2017; normalised before each part, Xiong et al. 2020.
 */
final class Attention {
  private static final float NEVER = -1e9f;
  private static final double LONGEST_WAVE = 10_000;
  private static final int WIDER = 4;

  private Attention() {}

  /** Sines and cosines of the place of each step. */
  static Operand<TFloat32> positions(Ops tf, int steps, int width) {
    float[][] table = new float[steps][width];
    for (int t = 0; t < steps; t++) {
      for (int d = 0; d < width; d++) {
        double angle = t / StrictMath.pow(LONGEST_WAVE, (double) (d / 2 * 2) / width);
        table[t][d] = (float) (d % 2 == 0 ? StrictMath.sin(angle) : StrictMath.cos(angle));
      }
    }
    return tf.constant(new float[][][] {table});
  }

  /** One block: each step looks at itself and at those before it, then at itself alone. */
  static Operand<TFloat32> block(
      Layers layers, String name, Operand<TFloat32> x, int steps, int width, int heads) {
    Ops tf = layers.tf();
    Operand<TFloat32> looked = attend(layers, name, x, steps, width, heads);
    Operand<TFloat32> first = tf.math.add(x, layers.dropped(looked));
    Operand<TFloat32> ready = layers.normal(name + ".norm2", first, width);
    Operand<TFloat32> wide =
        tf.nn.relu(layers.steps(name + ".wide", ready, steps, width, WIDER * width));
    Operand<TFloat32> thought = layers.steps(name + ".back", wide, steps, WIDER * width, width);
    return tf.math.add(first, layers.dropped(thought));
  }

  private static Operand<TFloat32> attend(
      Layers layers, String name, Operand<TFloat32> x, int steps, int width, int heads) {
    Ops tf = layers.tf();
    int each = width / heads;
    Operand<TFloat32> ready = layers.normal(name + ".norm1", x, width);
    Operand<TFloat32> asked = heads(layers, name + ".query", ready, steps, width, heads);
    Operand<TFloat32> keys = heads(layers, name + ".key", ready, steps, width, heads);
    Operand<TFloat32> values = heads(layers, name + ".value", ready, steps, width, heads);
    Operand<TFloat32> fit =
        tf.math.mul(
            tf.linalg.einsum(List.of(asked, keys), "bthd,bshd->bhts"),
            tf.constant((float) (1 / Math.sqrt(each))));
    Operand<TFloat32> share = tf.nn.softmax(tf.math.add(fit, causal(tf, steps)));
    Operand<TFloat32> mixed =
        tf.linalg.einsum(List.of(layers.dropped(share), values), "bhts,bshd->bthd");
    return layers.steps(
        name + ".mix",
        tf.reshape(mixed, tf.constant(new int[] {-1, steps, width})),
        steps,
        width,
        width);
  }

  private static Operand<TFloat32> heads(
      Layers layers, String name, Operand<TFloat32> x, int steps, int width, int heads) {
    return layers
        .tf()
        .reshape(
            layers.steps(name, x, steps, width, width),
            layers.tf().constant(new int[] {-1, steps, heads, width / heads}));
  }

  /** Nothing of the future; padding stands behind, so no step looks at it either. */
  private static Operand<TFloat32> causal(Ops tf, int steps) {
    float[][] never = new float[steps][steps];
    for (int t = 0; t < steps; t++) {
      for (int s = t + 1; s < steps; s++) {
        never[t][s] = NEVER;
      }
    }
    return tf.constant(new float[][][][] {{never}});
  }
}
