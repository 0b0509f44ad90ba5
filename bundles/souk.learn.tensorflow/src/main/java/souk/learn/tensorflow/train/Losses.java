package souk.learn.tensorflow.train;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import souk.learn.tensorflow.net.Net;
import souk.learn.tensorflow.net.NetworkPlan;

/** What a network loses on some rows: a sum, and over how many it goes. */
final class Losses {
  private final Ops tf;
  private final Operand<TFloat32> sum;
  private final Operand<TFloat32> count;

  Losses(Ops tf, NetworkPlan plan, Net net, Placeholder<TFloat32> target) {
    this.tf = tf;
    if (plan.goal() == NetworkPlan.Aim.NEXT) {
      Operand<TFloat32> counted = net.hasNext();
      this.sum = total(tf.math.mul(net.nextLoss(), counted));
      this.count = tf.math.maximum(total(counted), tf.constant(1f));
      return;
    }
    Operand<TFloat32> raw = net.raw();
    Operand<TFloat32> each =
        plan.goal() == NetworkPlan.Aim.BINARY ? logLoss(raw, target) : squares(net, raw, target);
    this.sum = total(each);
    this.count = total(tf.math.add(tf.math.mul(each, tf.constant(0f)), tf.constant(1f)));
  }

  private Operand<TFloat32> total(Operand<TFloat32> x) {
    return tf.reduceSum(tf.reshape(x, tf.constant(new int[] {-1})), tf.constant(new int[] {0}));
  }

  /** max(z, 0) − z·y + ln(1 + exp(−|z|)), which does not overflow. */
  private Operand<TFloat32> logLoss(Operand<TFloat32> z, Operand<TFloat32> y) {
    Operand<TFloat32> tail =
        tf.math.log(tf.math.add(tf.constant(1f), tf.math.exp(tf.math.neg(tf.math.abs(z)))));
    return tf.math.add(tf.math.sub(tf.nn.relu(z), tf.math.mul(z, y)), tail);
  }

  /** In shares of the target's variance. */
  private Operand<TFloat32> squares(Net net, Operand<TFloat32> raw, Operand<TFloat32> y) {
    Operand<TFloat32> scale = net.scaleOfTarget();
    Operand<TFloat32> mean =
        tf.slice(scale, tf.constant(new int[] {0}), tf.constant(new int[] {1}));
    Operand<TFloat32> deviation =
        tf.slice(scale, tf.constant(new int[] {1}), tf.constant(new int[] {1}));
    return tf.math.square(tf.math.sub(raw, tf.math.div(tf.math.sub(y, mean), deviation)));
  }

  Operand<TFloat32> sum() {
    return sum;
  }

  Operand<TFloat32> count() {
    return count;
  }

  Operand<TFloat32> mean() {
    return tf.math.div(sum, count);
  }
}
