package souk.learn.tensorflow.train;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;
import org.tensorflow.types.TFloat32;
import souk.learn.tensorflow.net.Dropout;
import souk.learn.tensorflow.net.Net;
import souk.learn.tensorflow.net.NetworkPlan;
import souk.learn.tensorflow.net.Weights;

/**
 * A learned network as TensorFlow's SavedModel: one file, weights as constants, a signature for
 * each kind of answer, so that anything that reads SavedModels can serve it.
 */
public final class SavedModelFile {
  /** Names of signatures and of what comes out. */
  public static final String SCORE = "score";

  public static final String EMBEDDING = "embedding";
  public static final String NEXT = "next";

  private static final String WEIGHTS = "weights.";
  private static final int SCHEMA = 1;

  private SavedModelFile() {}

  static byte[] of(NetworkPlan plan, Map<String, Variables.Stored> weights) {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Net net = new Net(tf, plan, constants(tf, weights), Dropout.none());
      MetaGraphDef.Builder meta = MetaGraphDef.newBuilder();
      tf.withName(EMBEDDING).identity(net.embedding());
      sign(meta, plan, EMBEDDING, plan.hidden());
      if (plan.goal() == NetworkPlan.Aim.NEXT) {
        tf.withName(NEXT).identity(net.next());
        sign(meta, plan, NEXT, plan.vocabulary()[plan.nextFields()[0]]);
      } else {
        tf.withName(SCORE).identity(net.score(net.raw()));
        sign(meta, plan, SCORE, 1);
      }
      meta.setGraphDef(graph.toGraphDef());
      meta.setMetaInfoDef(MetaGraphDef.MetaInfoDef.newBuilder().addTags("serve"));
      return SavedModel.newBuilder()
          .setSavedModelSchemaVersion(SCHEMA)
          .addMetaGraphs(meta)
          .build()
          .toByteArray();
    }
  }

  private static Weights constants(Ops tf, Map<String, Variables.Stored> weights) {
    return (name, body, start, shape) -> {
      float[] values = Objects.requireNonNull(weights.get(name), name).values();
      Operand<TFloat32> constant =
          tf.withName(WEIGHTS + name).constant(Shape.of(shape), DataBuffers.of(values));
      return constant;
    };
  }

  private static void sign(MetaGraphDef.Builder meta, NetworkPlan plan, String name, int width) {
    String input = plan.tokens() ? Net.TOKENS : Net.FIGURES;
    DataType type = plan.tokens() ? DataType.DT_INT32 : DataType.DT_FLOAT;
    SignatureDef signature =
        SignatureDef.newBuilder()
            .setMethodName("tensorflow/serving/predict")
            .putInputs(input, info(input, type, plan.steps(), plan.width()))
            .putInputs(Net.MASK, info(Net.MASK, DataType.DT_FLOAT, plan.steps()))
            .putOutputs(name, info(name, DataType.DT_FLOAT, width))
            .build();
    meta.putSignatureDef(name, signature);
    if (!EMBEDDING.equals(name)) {
      meta.putSignatureDef("serving_default", signature);
    }
  }

  private static TensorInfo info(String name, DataType type, int... sides) {
    TensorShapeProto.Builder shape =
        TensorShapeProto.newBuilder().addDim(TensorShapeProto.Dim.newBuilder().setSize(-1));
    for (int side : sides) {
      shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(side));
    }
    return TensorInfo.newBuilder()
        .setName(name + ":0")
        .setDtype(type)
        .setTensorShape(shape)
        .build();
  }

  /** The weights by name of a model that {@link #of} wrote. */
  static Map<String, float[]> weights(byte[] file) throws InvalidProtocolBufferException {
    Map<String, float[]> weights = new HashMap<>();
    for (NodeDef node : SavedModel.parseFrom(file).getMetaGraphs(0).getGraphDef().getNodeList()) {
      if (node.getName().startsWith(WEIGHTS)) {
        weights.put(
            node.getName().substring(WEIGHTS.length()),
            values(node.getAttrOrThrow("value").getTensor()));
      }
    }
    return weights;
  }

  private static float[] values(TensorProto tensor) {
    long size = 1;
    for (TensorShapeProto.Dim side : tensor.getTensorShape().getDimList()) {
      size *= side.getSize();
    }
    float[] values = new float[Math.toIntExact(size)];
    if (tensor.getTensorContent().size() == Float.BYTES * values.length) {
      tensor
          .getTensorContent()
          .asReadOnlyByteBuffer()
          .order(java.nio.ByteOrder.LITTLE_ENDIAN)
          .asFloatBuffer()
          .get(values);
      return values;
    }
    for (int i = 0; i < values.length && tensor.getFloatValCount() > 0; i++) {
      values[i] = tensor.getFloatVal(Math.min(i, tensor.getFloatValCount() - 1));
    }
    return values;
  }
}
