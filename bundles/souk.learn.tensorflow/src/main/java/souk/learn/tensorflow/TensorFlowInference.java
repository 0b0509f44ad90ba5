package souk.learn.tensorflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import souk.learn.api.ModelPort;
import souk.learn.api.NumericArray;
import souk.learn.spi.InferenceEngine;
import souk.learn.tensorflow.serve.ForeignModels;
import souk.learn.tensorflow.serve.SavedModelSignature;
import souk.model.Refusal;

/** Serves SavedModels of TensorFlow that were exported elsewhere, through DJL. */
@Component(
    property = {
      "souk.role=InferenceEngine",
      "souk.strategy=" + TensorFlowInference.STRATEGY,
      "souk.version=1.0.0",
      "souk.family=networks",
      "souk.title=SavedModels (TensorFlow)"
    })
public final class TensorFlowInference implements InferenceEngine {
  static final String STRATEGY = "tensorflow-savedmodel";

  private static final int MOST_MODELS = 8;

  private final Natives natives;
  private final ForeignModels models;

  @Activate
  public TensorFlowInference(BundleContext context) {
    this(Places.natives(context));
  }

  TensorFlowInference(Natives natives) {
    this.natives = natives;
    this.models = new ForeignModels(natives.folder(), MOST_MODELS);
  }

  @Deactivate
  void stop() {
    models.close();
  }

  @Override
  public Optional<Refusal> refuses(Path model) {
    try {
      SavedModelSignature.of(model);
      return natives.missing();
    } catch (IOException e) {
      return Optional.of(
          new Refusal("a folder with a SavedModel that serves", String.valueOf(e.getMessage())));
    }
  }

  @Override
  public List<ModelPort> ports(Path model) {
    try {
      return SavedModelSignature.of(model).ports();
    } catch (IOException e) {
      throw refused(model, e);
    }
  }

  @Override
  public Map<String, NumericArray> infer(Path model, Map<String, NumericArray> inputs) {
    natives
        .missing()
        .ifPresent(
            refusal -> {
              throw new IllegalArgumentException("Engine %s %s.".formatted(STRATEGY, refusal));
            });
    try {
      return models.infer(model.toAbsolutePath().normalize(), inputs);
    } catch (IOException e) {
      throw refused(model, e);
    }
  }

  private static IllegalArgumentException refused(Path model, IOException why) {
    return new IllegalArgumentException(
        "The model %s cannot be asked: %s.".formatted(model, why.getMessage()), why);
  }
}
