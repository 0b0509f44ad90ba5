package souk.learn.spi;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import souk.learn.api.ModelPort;
import souk.learn.api.NumericArray;
import souk.model.Refusal;

/**
 * Answers by models that were learned and exported elsewhere. A model is a folder that does not
 * change while it is used. Must be safe for use by many threads. Since 1.1.0.
 */
@ConsumerType
public interface InferenceEngine {
  /**
   * Whether this folder holds a model that can be asked; also says so when the engine is absent on
   * this machine: what is missing, where it is looked for and how to get it.
   */
  Optional<Refusal> refuses(Path model);

  /**
   * What the model takes and gives, by name.
   *
   * @throws IllegalArgumentException if it refuses the model
   */
  List<ModelPort> ports(Path model);

  /**
   * Answers. The first question to a model reads it, later ones are fast.
   *
   * @param inputs one array for each name that the model takes
   * @return one array for each name that the model gives
   * @throws IllegalArgumentException if it refuses the model, or a name or kind does not fit
   */
  Map<String, NumericArray> infer(Path model, Map<String, NumericArray> inputs);
}
