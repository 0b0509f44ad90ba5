package souk.learn.tensorflow.net;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Stack;
import org.tensorflow.op.core.Unstack;
import org.tensorflow.op.nn.BlockLSTM;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import souk.learn.tensorflow.net.Weights.Start;

/** Networks that carry a state from step to step. */
final class Recurrent {
  private Recurrent() {}

  private static Operand<TFloat32> turned(Ops tf, Operand<TFloat32> x) {
    return tf.linalg.transpose(x, tf.constant(new int[] {1, 0, 2}));
  }

  private static Operand<TFloat32> nothing(Ops tf, Operand<TFloat32> x, int hidden) {
    Operand<TInt32> rows =
        tf.slice(tf.shape(x), tf.constant(new int[] {0}), tf.constant(new int[] {1}));
    Operand<TInt32> shape =
        tf.concat(List.of(rows, tf.constant(new int[] {hidden})), tf.constant(0));
    return tf.fill(shape, tf.constant(0f));
  }

  /**
   * Long short-term memory, all steps in one operation; the forget gate begins at 1. Hochreiter and
   * Schmidhuber 1997; Gers et al. 2000.
   */
  static Operand<TFloat32> lstm(
      Layers layers, String name, Operand<TFloat32> x, int steps, int in, int hidden) {
    Ops tf = layers.tf();
    Operand<TFloat32> none = tf.constant(new float[hidden]);
    Operand<TFloat32> begin = nothing(tf, x, hidden);
    BlockLSTM<TFloat32> run =
        tf.nn.blockLSTM(
            tf.constant((long) steps),
            turned(tf, x),
            begin,
            begin,
            layers.weight(name + ".w", Start.GLOROT, in + hidden, 4L * hidden),
            none,
            none,
            none,
            layers.weight(name + ".b", Start.FORGET, 4L * hidden));
    return turned(tf, run.h());
  }

  /** Gated recurrent unit, steps one after another. Cho et al. 2014. */
  static Operand<TFloat32> gru(
      Layers layers, String name, Operand<TFloat32> x, int steps, int in, int hidden) {
    Ops tf = layers.tf();
    Operand<TFloat32> inputs = layers.steps(name + ".in", x, steps, in, 3 * hidden);
    Operand<TFloat32> gates = layers.weight(name + ".gates", Start.GLOROT, hidden, 2L * hidden);
    Operand<TFloat32> fresh = layers.weight(name + ".new", Start.GLOROT, hidden, hidden);
    Operand<TFloat32> state = nothing(tf, x, hidden);
    List<Operand<TFloat32>> states = new ArrayList<>();
    for (Operand<TFloat32> input : tf.unstack(inputs, (long) steps, Unstack.axis(1L)).output()) {
      Operand<TFloat32> both =
          tf.math.sigmoid(
              tf.math.add(part(tf, input, 0, 2 * hidden), tf.linalg.matMul(state, gates)));
      Operand<TFloat32> update = part(tf, both, 0, hidden);
      Operand<TFloat32> reset = part(tf, both, hidden, hidden);
      Operand<TFloat32> proposed =
          tf.math.tanh(
              tf.math.add(
                  part(tf, input, 2 * hidden, hidden),
                  tf.linalg.matMul(tf.math.mul(reset, state), fresh)));
      state = tf.math.add(proposed, tf.math.mul(update, tf.math.sub(state, proposed)));
      states.add(state);
    }
    return tf.stack(states, Stack.axis(1L));
  }

  private static Operand<TFloat32> part(Ops tf, Operand<TFloat32> x, int from, int width) {
    return tf.slice(x, tf.constant(new int[] {0, from}), tf.constant(new int[] {-1, width}));
  }
}
