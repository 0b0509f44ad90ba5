package souk.learn.tensorflow.train;

import java.util.List;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.TensorFlow;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.BlockLSTMGrad;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * The gradient of the operation BlockLSTMV2, which the native library has but does not register.
 */
final class LstmGradient {
  private static final int CELLS = 1;
  private static final int STATES = 6;

  private LstmGradient() {}

  /** Once per process, and the training process runs once. */
  static void register() {
    TensorFlow.registerCustomGradient("BlockLSTMV2", LstmGradient::call);
  }

  private static Operand<TFloat32> in(GraphOperation op, int place) {
    return op.input(place).expect(TFloat32.class);
  }

  private static Operand<TFloat32> out(GraphOperation op, int place) {
    Output<?> output = op.output(place);
    return output.expect(TFloat32.class);
  }

  private static Operand<TFloat32> given(
      Ops tf, GraphOperation op, List<Output<?>> grads, int place) {
    Output<?> grad = grads.get(place);
    return grad == null ? tf.zerosLike(out(op, place)) : grad.expect(TFloat32.class);
  }

  private static List<Operand<?>> call(Ops tf, GraphOperation op, List<Output<?>> grads) {
    Operand<TInt64> length = op.input(0).expect(TInt64.class);
    BlockLSTMGrad<TFloat32> back =
        tf.nn.blockLSTMGrad(
            length,
            in(op, 1),
            in(op, 2),
            in(op, 3),
            in(op, 4),
            in(op, 5),
            in(op, 6),
            in(op, 7),
            in(op, 8),
            out(op, 0),
            out(op, CELLS),
            out(op, 2),
            out(op, 3),
            out(op, 4),
            out(op, 5),
            out(op, STATES),
            given(tf, op, grads, CELLS),
            given(tf, op, grads, STATES),
            false);
    return List.of(
        tf.zerosLike(length),
        back.xGrad(),
        back.csPrevGrad(),
        back.hPrevGrad(),
        back.wGrad(),
        back.wciGrad(),
        back.wcfGrad(),
        back.wcoGrad(),
        back.bGrad());
  }
}
