package souk.learn.tensorflow;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.tensorflow.Graph;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import souk.learn.spi.InferenceEngine;
import souk.testkit.InferenceEngineContract;

/** A SavedModel with variables, written by TensorFlow's own exporter and not by ours. */
class TensorFlowInferenceTest extends InferenceEngineContract {
  private static final TensorFlowInference ENGINE = new TensorFlowInference(Here.natives());

  @AfterAll
  static void close() {
    ENGINE.stop();
  }

  @Override
  protected String engineMissing() {
    return Here.missing();
  }

  @Override
  protected InferenceEngine subject() {
    return ENGINE;
  }

  @Override
  protected Path export(Path below) throws IOException {
    System.setProperty(
        "org.bytedeco.javacpp.platform.preloadpath", Here.natives().folder().toString());
    Path model = below.resolve("exported");
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Placeholder<TFloat32> x = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 2)));
      Variable<TFloat32> slope = tf.variable(tf.constant(2f));
      Signature signature =
          Signature.builder("serving_default")
              .input("x", x)
              .output("y", tf.math.add(tf.math.mul(x, slope), tf.constant(1f)))
              .build();
      try (Session session = new Session(graph)) {
        session.initialize();
        SavedModelBundle.exporter(model.toString())
            .withTags("serve")
            .withSession(session)
            .withSignature(signature)
            .export();
      }
    }
    return model;
  }
}
