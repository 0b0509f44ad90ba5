package souk.learn.tensorflow.train;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import souk.learn.tensorflow.net.Net;
import souk.learn.tensorflow.net.NetworkPlan;
import souk.learn.tensorflow.net.Packed;

/** Rows as tensors, closed after one run. */
final class Feeds implements AutoCloseable {
  private final List<Tensor> tensors = new ArrayList<>();
  private final Session.Runner runner;

  Feeds(Session session, NetworkPlan plan, Net net, Packed rows) {
    this.runner = session.runner();
    Shape cells = Shape.of(rows.rows(), plan.steps(), plan.width());
    runner.feed(
        net.input(),
        keep(
            plan.tokens()
                ? TInt32.tensorOf(cells, DataBuffers.of(rows.tokens()))
                : TFloat32.tensorOf(cells, DataBuffers.of(rows.figures()))));
    runner.feed(
        net.mask(),
        keep(TFloat32.tensorOf(Shape.of(rows.rows(), plan.steps()), DataBuffers.of(rows.mask()))));
  }

  Feeds target(Placeholder<TFloat32> place, Packed rows) {
    if (rows.target().length > 0) {
      runner.feed(
          place, keep(TFloat32.tensorOf(Shape.of(rows.rows(), 1), DataBuffers.of(rows.target()))));
    }
    return this;
  }

  Feeds number(Placeholder<TInt32> place, int value) {
    runner.feed(place, keep(TInt32.scalarOf(value)));
    return this;
  }

  Feeds number(Placeholder<TFloat32> place, float value) {
    runner.feed(place, keep(TFloat32.scalarOf(value)));
    return this;
  }

  Session.Runner runner() {
    return runner;
  }

  private Tensor keep(Tensor tensor) {
    tensors.add(tensor);
    return tensor;
  }

  static float[] floats(TFloat32 tensor) {
    float[] values = new float[(int) tensor.size()];
    tensor.asRawTensor().data().asFloats().read(values);
    return values;
  }

  @Override
  public void close() {
    tensors.forEach(Tensor::close);
  }
}
