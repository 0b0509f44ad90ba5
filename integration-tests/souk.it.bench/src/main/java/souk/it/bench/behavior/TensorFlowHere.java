package souk.it.bench.behavior;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import org.osgi.framework.BundleContext;
import souk.learn.spi.SequenceLearner;
import souk.learn.tensorflow.TensorFlowSequences;

/** The learner of sequences of the platform, without a framework around it. */
public final class TensorFlowHere {
  private TensorFlowHere() {}

  /**
   * @param natives folder with TensorFlow's native library
   * @param folder where it may write
   */
  public static SequenceLearner learner(Path natives, Path folder) {
    Map<String, String> properties =
        Map.of("souk.tensorflow.natives", natives.toString(), "souk.data", folder.toString());
    BundleContext context =
        (BundleContext)
            Proxy.newProxyInstance(
                TensorFlowHere.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) ->
                    method.getName().equals("getProperty") ? properties.get(arguments[0]) : null);
    return new TensorFlowSequences(context, defaults(TensorFlowSequences.Config.class));
  }

  private static <A extends Annotation> A defaults(Class<A> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> method.getDefaultValue()));
  }
}
