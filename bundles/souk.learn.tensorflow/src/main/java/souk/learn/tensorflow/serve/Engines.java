package souk.learn.tensorflow.serve;

import ai.djl.engine.Engine;
import java.nio.file.Path;

/**
 * DJL's TensorFlow engine. It lives in the wrapper, which is never refreshed, so that the native
 * library stays loaded once however often this bundle is updated.
 */
final class Engines {
  private static final String NAME = "TensorFlow";

  private Engines() {}

  /** The engine; milliseconds when it was started before. */
  static Engine tensorflow(Path natives) {
    // DJL and JavaCPP both read properties of the system; they are the same for all who come later.
    System.setProperty("TENSORFLOW_LIBRARY_PATH", natives.toString());
    System.setProperty("org.bytedeco.javacpp.platform.preloadpath", natives.toString());
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Engine.class.getClassLoader());
    try {
      return Engine.getEngine(NAME);
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
