package souk.learn.tensorflow.train;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * Steps of descent with Adam. Kingma and Ba 2015. The powers of its two rates are fed at each step:
 * the optimiser of tensorflow-framework updates them in the graph, in no order with the steps that
 * read them, and the same seed then gave several models.
 */
final class Descent {
  private static final float FIRST = 0.9f;
  private static final float SECOND = 0.999f;
  private static final float EPSILON = 1e-8f;

  private final Placeholder<TFloat32> firstPower;
  private final Placeholder<TFloat32> secondPower;
  private final List<Op> updates = new ArrayList<>();

  private Descent(Ops tf) {
    this.firstPower = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
    this.secondPower = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
  }

  static Descent of(
      Graph graph, Ops tf, Variables variables, Operand<TFloat32> loss, Order.Settings settings) {
    List<Variable<TFloat32>> learned = List.copyOf(variables.learned().values());
    Output<?>[] places = learned.stream().map(Variable::asOutput).toArray(Output<?>[]::new);
    Output<?>[] slopes = graph.addGradients(loss.asOutput(), places);
    Operand<TFloat32> factor = factor(tf, slopes, settings.clip());
    Descent descent = new Descent(tf);
    for (int i = 0; i < slopes.length; i++) {
      Variable<TFloat32> weight = learned.get(i);
      descent.updates.add(
          tf.train.applyAdam(
              weight,
              nothing(tf, weight),
              nothing(tf, weight),
              descent.firstPower,
              descent.secondPower,
              tf.constant(settings.learningRate()),
              tf.constant(FIRST),
              tf.constant(SECOND),
              tf.constant(EPSILON),
              tf.math.mul(slopes[i].expect(TFloat32.class), factor)));
    }
    return descent;
  }

  private static Variable<TFloat32> nothing(Ops tf, Variable<TFloat32> weight) {
    return tf.variable(tf.zeros(tf.constant(weight.asOutput().shape().asArray()), TFloat32.class));
  }

  /** What brings the norm of all slopes together down to the largest that is allowed. */
  private static Operand<TFloat32> factor(Ops tf, Output<?>[] slopes, float clip) {
    List<Operand<TFloat32>> squares = new ArrayList<>();
    for (Output<?> slope : slopes) {
      squares.add(tf.nn.l2Loss(slope.expect(TFloat32.class)));
    }
    Operand<TFloat32> norm = tf.math.sqrt(tf.math.mul(tf.math.addN(squares), tf.constant(2f)));
    // Also without a limit no weight may move before all slopes are known.
    float most = clip == 0 ? Float.MAX_VALUE : clip;
    return tf.math.div(tf.constant(most), tf.math.maximum(norm, tf.constant(most)));
  }

  /** Has one step done by a run. */
  Session.Runner add(Feeds feeds, int step) {
    feeds.number(firstPower, (float) StrictMath.pow(FIRST, step + 1.0));
    feeds.number(secondPower, (float) StrictMath.pow(SECOND, step + 1.0));
    updates.forEach(feeds.runner()::addTarget);
    return feeds.runner();
  }
}
