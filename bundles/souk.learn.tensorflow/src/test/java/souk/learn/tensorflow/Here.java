package souk.learn.tensorflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import souk.learn.tensorflow.serve.ServedModels;
import souk.model.Refusal;

/** TensorFlow as this machine has it. */
final class Here {
  private Here() {}

  static Natives natives() {
    return new Natives(Path.of(System.getProperty(Natives.PROPERTY, "absent")));
  }

  static String missing() {
    return natives().missing().map(Refusal::toString).orElse("");
  }

  static SequenceWork work() {
    return work(natives(), scratch(), 120);
  }

  static Path scratch() {
    try {
      return Files.createTempDirectory("souk-tensorflow");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static SequenceWork work(Natives natives, Path folder, long seconds) {
    return new SequenceWork(
        natives,
        new ChildTraining(
            natives, folder.resolve("scratch"), new ChildTraining.Limits(512, 0, seconds)),
        new Curves(folder.resolve("curves"), 3, Clock.systemUTC()),
        new ServedModels(natives.folder(), folder.resolve("scratch"), 2));
  }
}
