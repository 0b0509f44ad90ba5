package souk.it.harness.sequences;

import ai.djl.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import souk.it.harness.exchange.Exchange;
import souk.kernel.api.CallOptions;
import souk.kernel.api.StrategyRouter;
import souk.learn.api.CurvePoint;
import souk.learn.api.LearnedModel;
import souk.learn.api.ModelRegistry;
import souk.learn.api.SequenceAnswer;
import souk.learn.api.SequenceTable;
import souk.learn.api.SequenceTask;
import souk.learn.api.SequenceTask.Goal;
import souk.learn.api.SequenceTask.Network;
import souk.learn.api.Sequences;
import souk.learn.api.TrainingWatch;
import souk.learn.spi.SequenceLearner;

/** What is measured inside the platform. */
final class Measurement {
  private static final int HIDDEN = 32;
  private static final int REFRESHES = 3;
  private static final int CALLERS = 2;
  private static final int FEW = 400;
  private static final long PEACE_MILLIS = 200;
  private static final long MILLIS = 600_000;
  private static final String PROVIDER = "souk.learn.tensorflow";

  private final BundleContext context;
  private final StrategyRouter router;
  private final Properties figures;
  private final int rows;
  private final int epochs;
  private final int calls;
  private long last = System.nanoTime();

  Measurement(BundleContext context, StrategyRouter router, Properties figures) {
    this.context = context;
    this.router = router;
    this.figures = figures;
    String work = context.getBundle().getHeaders().get(SequenceProbe.WORK);
    this.rows = number(work, "rows");
    this.epochs = number(work, "epochs");
    this.calls = number(work, "calls");
  }

  private static int number(String work, String name) {
    return Arrays.stream(work.split(" ", -1))
        .filter(word -> word.startsWith(name + "="))
        .mapToInt(word -> Integer.parseInt(word.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow();
  }

  void run() throws Exception {
    SequenceTable validation = Waves.rows(500, 2);
    LearnedModel model = rows == 0 ? kept() : learned(validation);
    tell("validationLoss", model.facts().get("validationLoss"));
    tell("maxDiff", model.facts().get("servedMaxDiff"));
    Sequences[] single = new Sequences[500];
    for (int r = 0; r < single.length; r++) {
      single[r] = validation.sequences().rows(r);
    }
    tell("routedP50Millis", median(single, row -> routed(model, row)));
    SequenceLearner learner =
        context.getService(context.getServiceReference(SequenceLearner.class));
    tell("p50Millis", median(single, row -> learner.predict(model, row, SequenceAnswer.SCORE)));
    stage("askedMillis");
    kill(Waves.rows(Math.max(FEW, rows), 1), validation, model);
    stage("killMillis");
    refresh(model, single);
    stage("refreshMillis");
  }

  /** The model that was learned over HTTP. */
  private LearnedModel kept() {
    ServiceReference<ModelRegistry> registry = context.getServiceReference(ModelRegistry.class);
    return context.getService(registry).newest(SequenceDrill.KEPT).orElseThrow();
  }

  private LearnedModel learned(SequenceTable validation) {
    long began = System.nanoTime();
    LearnedModel model = learn(Waves.rows(rows, 1), validation, task(epochs), TrainingWatch.none());
    tell("seconds", (System.nanoTime() - began) / 1e9);
    List<CurvePoint> curve = model.curve();
    tell("descentSeconds", curve.get(curve.size() - 1).millis() / 1000.0);
    return model;
  }

  private void stage(String name) {
    long now = System.nanoTime();
    tell(name, (now - last) / 1e6);
    last = now;
  }

  private void tell(String name, double value) {
    figures.setProperty(name, Double.toString(value));
  }

  private static SequenceTask task(int epochs) {
    return SequenceTask.builder(Goal.REAL, Network.LSTM, 7)
        .option("hidden", HIDDEN)
        .option("epochs", epochs)
        .option("batch", 200)
        .option("patience", 0)
        .threads(2)
        .build();
  }

  private LearnedModel learn(
      SequenceTable training, SequenceTable validation, SequenceTask task, TrainingWatch watch) {
    return router
        .call(
            SequenceLearner.class,
            CallOptions.<LearnedModel>within(MILLIS).once(),
            learner -> learner.learn(training, validation, task, watch))
        .value();
  }

  private float[][] routed(LearnedModel model, Sequences row) {
    return router
        .call(
            SequenceLearner.class,
            CallOptions.<float[][]>within(30_000).once(),
            learner -> learner.predict(model, row, SequenceAnswer.SCORE))
        .value();
  }

  /** Asks for one row. */
  private interface Ask {
    float[][] of(Sequences row);
  }

  private double median(Sequences[] rows, Ask ask) {
    long[] nanos = new long[calls];
    for (int i = -calls; i < calls; i++) {
      long from = System.nanoTime();
      ask.of(rows[Math.floorMod(i, rows.length)]);
      nanos[Math.max(0, i)] = System.nanoTime() - from;
    }
    Arrays.sort(nanos);
    return nanos[calls / 2] / 1e6;
  }

  /** Ends the training process from outside after two epochs. */
  private void kill(SequenceTable training, SequenceTable validation, LearnedModel model)
      throws IOException {
    List<CurvePoint> seen = new ArrayList<>();
    String told = "";
    try {
      learn(
          training,
          validation,
          task(1000),
          (point, most) -> {
            seen.add(point);
            if (seen.size() == 2) {
              ProcessHandle.current()
                  .children()
                  .filter(child -> child.info().commandLine().orElse("").contains(PROVIDER))
                  .forEach(ProcessHandle::destroyForcibly);
            }
          });
    } catch (RuntimeException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        told = cause.getMessage();
      }
    }
    figures.setProperty("killed", told);
    tell("curvePoints", seen.size());
    try (Stream<Path> files =
        Files.walk(Path.of(context.getProperty("souk.data")).resolve("training"))) {
      List<Path> newest = files.filter(Files::isRegularFile).sorted().toList();
      tell("curveBytes", Files.size(newest.get(newest.size() - 1)));
    }
    tell("answersAfterKill", routed(model, validation.sequences().rows(0)).length);
  }

  /** Exchanges the provider while it is asked. */
  private void refresh(LearnedModel model, Sequences[] single) throws Exception {
    tell("mappedBefore", mapped());
    AtomicBoolean stop = new AtomicBoolean();
    AtomicLong calls = new AtomicLong();
    AtomicLong failed = new AtomicLong();
    float expected = routed(model, single[0])[0][0];
    List<Thread> callers = new ArrayList<>();
    for (int c = 0; c < CALLERS; c++) {
      Thread caller =
          new Thread(
              () -> {
                while (!stop.get()) {
                  calls.incrementAndGet();
                  try {
                    if (Math.abs(routed(model, single[0])[0][0] - expected) > 1e-6) {
                      failed.incrementAndGet();
                    }
                  } catch (RuntimeException | LinkageError e) {
                    failed.incrementAndGet();
                    figures.setProperty("failure", String.valueOf(e.getMessage()));
                  }
                }
              },
              "caller-" + c);
      callers.add(caller);
      caller.start();
    }
    double slowest = 0;
    for (int i = 0; i < REFRESHES; i++) {
      Thread.sleep(PEACE_MILLIS);
      Exchange.of(context, PROVIDER);
      long from = System.nanoTime();
      Engine.getEngine("TensorFlow");
      slowest = Math.max(slowest, (System.nanoTime() - from) / 1e6);
      Thread.sleep(PEACE_MILLIS);
    }
    stop.set(true);
    for (Thread caller : callers) {
      caller.join();
    }
    tell("engineStartMillis", slowest);
    tell("refreshes", REFRESHES);
    tell("refreshCalls", calls.get());
    tell("refreshFailed", failed.get());
    tell("mappedAfter", mapped());
  }

  /** How often the native library is mapped into this process. */
  private static long mapped() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/maps"))) {
      return lines
          .filter(line -> line.contains("libtensorflow_cc") && line.contains(" 00000000 "))
          .count();
    }
  }
}
