package souk.learn.tensorflow.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;
import souk.learn.api.ModelPort;

/**
 * What a SavedModel takes and gives when it serves, read without the native library.
 *
 * @param inputs by name, in the order in which the engine wants them
 * @param outputs by name
 */
public record SavedModelSignature(Map<String, TensorInfo> inputs, Map<String, TensorInfo> outputs) {
  static final String SERVING = "serving_default";
  static final String SERVE = "serve";
  static final String FILE = "saved_model.pb";

  /**
   * @throws IOException if there is none that serves; says why
   */
  public static SavedModelSignature of(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new IOException("there is no file " + FILE + " in " + folder);
    }
    for (MetaGraphDef graph : SavedModel.parseFrom(Files.readAllBytes(file)).getMetaGraphsList()) {
      SignatureDef signature = graph.getSignatureDefMap().get(SERVING);
      if (signature != null && graph.getMetaInfoDef().getTagsList().contains(SERVE)) {
        return new SavedModelSignature(
            new TreeMap<>(signature.getInputsMap()), new TreeMap<>(signature.getOutputsMap()));
      }
    }
    throw new IOException("it has no signature " + SERVING + " with the tag " + SERVE);
  }

  /** In words of the contract. */
  public List<ModelPort> ports() {
    List<ModelPort> ports = new ArrayList<>();
    inputs.forEach((name, info) -> ports.add(port(name, true, info)));
    outputs.forEach((name, info) -> ports.add(port(name, false, info)));
    return ports;
  }

  private static ModelPort port(String name, boolean input, TensorInfo info) {
    return new ModelPort(
        name,
        input,
        kind(info.getDtype()),
        info.getTensorShape().getDimList().stream().map(TensorShapeProto.Dim::getSize).toList());
  }

  static String kind(DataType type) {
    return switch (type) {
      case DT_FLOAT -> "float32";
      case DT_INT32 -> "int32";
      case DT_INT64 -> "int64";
      default -> type.name().replace("DT_", "").toLowerCase(java.util.Locale.ROOT);
    };
  }
}
