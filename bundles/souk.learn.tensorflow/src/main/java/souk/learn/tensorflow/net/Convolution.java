package souk.learn.tensorflow.net;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Causal convolutions over time with residuals. Bai, Kolter and Koltun 2018. */
final class Convolution {
  private Convolution() {}

  /** One block; step t sees the steps t, t − dilation, … t − (kernel − 1)·dilation. */
  static Operand<TFloat32> block(
      Layers layers,
      String name,
      Operand<TFloat32> x,
      int steps,
      int in,
      int hidden,
      int kernel,
      int dilation) {
    Ops tf = layers.tf();
    Operand<TFloat32> once =
        tf.nn.relu(
            layers.steps(
                name + ".conv",
                delayed(tf, x, steps, in, kernel, dilation),
                steps,
                kernel * in,
                hidden));
    Operand<TFloat32> twice =
        layers.steps(
            name + ".conv2",
            delayed(tf, layers.dropped(once), steps, hidden, kernel, dilation),
            steps,
            kernel * hidden,
            hidden);
    Operand<TFloat32> direct =
        in == hidden ? x : layers.steps(name + ".direct", x, steps, in, hidden);
    return tf.nn.relu(tf.math.add(direct, layers.dropped(twice)));
  }

  private static Operand<TFloat32> delayed(
      Ops tf, Operand<TFloat32> x, int steps, int width, int kernel, int dilation) {
    List<Operand<TFloat32>> side = new ArrayList<>();
    for (int k = 0; k < kernel; k++) {
      int delay = Math.min(steps, k * dilation);
      Operand<TFloat32> kept =
          tf.slice(
              x,
              tf.constant(new int[] {0, 0, 0}),
              tf.constant(new int[] {-1, steps - delay, width}));
      side.add(
          delay == 0
              ? x
              : tf.pad(
                  kept, tf.constant(new int[][] {{0, 0}, {delay, 0}, {0, 0}}), tf.constant(0f)));
    }
    return tf.concat(side, tf.constant(2));
  }
}
