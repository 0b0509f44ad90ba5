package souk.learn.tensorflow.net;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Sets a share of values to zero while a network learns. Srivastava et al. 2014. */
public final class Dropout {
  private final float share;
  private final java.util.Optional<Operand<TInt32>> seed;
  private int places;

  private Dropout(float share, java.util.Optional<Operand<TInt32>> seed) {
    this.share = share;
    this.seed = seed;
  }

  public static Dropout none() {
    return new Dropout(0, java.util.Optional.empty());
  }

  /**
   * @param share in [0, 1)
   * @param seed one number, another one for each step of descent
   */
  public static Dropout of(float share, Operand<TInt32> seed) {
    return share <= 0 ? none() : new Dropout(share, java.util.Optional.of(seed));
  }

  Operand<TFloat32> apply(Ops tf, Operand<TFloat32> x) {
    if (seed.isEmpty()) {
      return x;
    }
    Operand<TInt32> own =
        tf.stack(java.util.List.<Operand<TInt32>>of(seed.get(), tf.constant(places++)));
    Operand<TFloat32> chance = tf.random.statelessRandomUniform(tf.shape(x), own);
    Operand<TFloat32> keep =
        tf.dtypes.cast(tf.math.greaterEqual(chance, tf.constant(share)), TFloat32.class);
    return tf.math.mul(x, tf.math.mul(tf.stopGradient(keep), tf.constant(1 / (1 - share))));
  }
}
