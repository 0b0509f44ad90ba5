package souk.learn.tensorflow.train;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import souk.learn.tensorflow.net.NetworkPlan;

/**
 * Entry point of the training process: reads an order, tells each epoch on a line of its standard
 * output, writes the model. A graph that goes wrong ends this process and no other one; it also
 * ends when the platform does, whose end of its standard input closes then.
 */
public final class TrainingProcess {
  public static final String POINT = "POINT";
  public static final String DONE = "DONE";
  public static final String FAILED = "FAILED";
  public static final String ORDER = "order.bin";
  public static final String MODEL = "saved_model.pb";
  public static final String ANSWERS = "answers.bin";

  private TrainingProcess() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    PrintStream lines = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    endWithThePlatform(System.in);
    try {
      train(folder, lines);
    } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
      lines.printf("%s %s%n", FAILED, String.valueOf(e.getMessage()).replace('\n', ' '));
      e.printStackTrace(System.err);
      System.exit(1);
    }
    System.exit(0);
  }

  private static void endWithThePlatform(InputStream in) {
    Thread waiting =
        new Thread(
            () -> {
              try {
                while (in.read() >= 0) {
                  Thread.onSpinWait();
                }
              } catch (IOException e) {
                // The same as an end.
              }
              Runtime.getRuntime().halt(2);
            },
            "platform");
    waiting.setDaemon(true);
    waiting.start();
  }

  private static void train(Path folder, PrintStream lines) throws IOException {
    Order order = Order.read(folder.resolve(ORDER));
    Map<String, float[]> given =
        order.start().length == 0 ? new HashMap<>() : SavedModelFile.weights(order.start());
    if (order.plan().kind() == NetworkPlan.Kind.LSTM) {
      LstmGradient.register();
    }
    Training.Learned learned =
        new Training(order)
            .run(
                given,
                (epoch, loss, validationLoss, millis) ->
                    lines.printf(
                        Locale.ROOT,
                        "%s %d %s %s %d .%n",
                        POINT,
                        epoch,
                        Double.toString(loss),
                        Double.toString(validationLoss),
                        millis));
    Files.write(folder.resolve(MODEL), SavedModelFile.of(order.plan(), learned.weights()));
    ByteBuffer answers = ByteBuffer.allocate(Float.BYTES * learned.answers().length);
    answers.asFloatBuffer().put(learned.answers());
    Files.write(folder.resolve(ANSWERS), answers.array());
    lines.printf("%s %d %d%n", DONE, learned.epochs(), learned.bestEpoch());
  }
}
