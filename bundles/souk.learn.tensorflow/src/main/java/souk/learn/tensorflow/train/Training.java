package souk.learn.tensorflow.train;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import souk.learn.tensorflow.net.Dropout;
import souk.learn.tensorflow.net.Net;
import souk.learn.tensorflow.net.NetworkPlan;
import souk.learn.tensorflow.net.Packed;

/** Descent with Adam (Kingma and Ba 2015) until the validation rows say that it is enough. */
final class Training {
  private static final int JUDGED_AT_ONCE = 512;

  /** Sees each epoch. */
  interface Watch {
    void point(int epoch, double loss, double validationLoss, long millis);
  }

  /**
   * What was learned.
   *
   * @param weights of the best epoch
   * @param epochs that were run
   * @param bestEpoch whose weights these are
   * @param answers what the learned variables answered the rows that are compared; scores, or
   *     vectors if the next step is learned
   */
  record Learned(
      Map<String, Variables.Stored> weights, int epochs, int bestEpoch, float[] answers) {}

  private final Order order;
  private final NetworkPlan plan;
  private final Order.Settings settings;

  Training(Order order) {
    this.order = order;
    this.plan = order.plan().learning();
    this.settings = order.settings();
  }

  static ConfigProto config(int threads) {
    return ConfigProto.newBuilder()
        .setIntraOpParallelismThreads(threads)
        .setInterOpParallelismThreads(1)
        .build();
  }

  Learned run(Map<String, float[]> given, Watch watch) {
    long began = System.nanoTime();
    try (Graph graph = new Graph()) {
      Built built = build(graph, given);
      try (Session session = new Session(graph, config(settings.threads()))) {
        session.initialize();
        return epochs(session, built, watch, began);
      }
    }
  }

  /** The graph with all that is run in it. */
  private record Built(
      Net net,
      Variables variables,
      Placeholder<TFloat32> target,
      Placeholder<TInt32> step,
      Operand<TFloat32> lossSum,
      Operand<TFloat32> lossCount,
      Net judge,
      Operand<TFloat32> judgedSum,
      Operand<TFloat32> judgedCount,
      Net asked,
      Operand<TFloat32> answers,
      Descent descent) {}

  private Built build(Graph graph, Map<String, float[]> given) {
    Ops tf = Ops.create(graph);
    Map<String, float[]> fixed = new HashMap<>();
    fixed.put("scale.mean", order.mean());
    fixed.put("scale.factor", order.factor());
    fixed.put("head.target", order.target());
    Variables variables = new Variables(tf, settings.seed(), given, fixed, settings.frozen());
    Placeholder<TFloat32> target =
        tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 1)));
    Placeholder<TInt32> step = tf.placeholder(TInt32.class, Placeholder.shape(Shape.scalar()));
    Net net = new Net(tf, plan, variables, Dropout.of(settings.dropout(), step));
    Losses losses = new Losses(tf, plan, net, target);
    Net judge = settings.dropout() > 0 ? new Net(tf, plan, variables, Dropout.none()) : net;
    Losses judged = settings.dropout() > 0 ? new Losses(tf, plan, judge, target) : losses;
    Descent descent = Descent.of(graph, tf, variables, losses.mean(), settings);
    Net asked = new Net(tf, order.plan(), variables, Dropout.none());
    Operand<TFloat32> answers =
        plan.goal() == NetworkPlan.Aim.NEXT ? asked.embedding() : asked.score(asked.raw());
    return new Built(
        net,
        variables,
        target,
        step,
        losses.sum(),
        losses.count(),
        judge,
        judged.sum(),
        judged.count(),
        asked,
        answers,
        descent);
  }

  private Learned epochs(Session session, Built built, Watch watch, long began) {
    int[] rows = IntStream.range(0, order.training().rows()).toArray();
    SplittableRandom random = new SplittableRandom(settings.seed());
    Learned best = new Learned(Map.of(), 0, 0, new float[0]);
    double least = Double.POSITIVE_INFINITY;
    int step = 0;
    for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
      shuffle(rows, random);
      double sum = 0;
      double count = 0;
      for (int from = 0; from < rows.length; from += settings.batch()) {
        int until = Math.min(rows.length, from + settings.batch());
        Packed batch = order.training().some(plan, rows, from, until);
        float[] told = descend(session, built, batch, step++);
        sum += told[0];
        count += told[1];
      }
      double judged = judge(session, built);
      double loss = sum / count;
      watch.point(epoch, loss, judged, (System.nanoTime() - began) / 1_000_000);
      if (!Double.isFinite(loss)) {
        throw new IllegalStateException(
            "the loss became %s in epoch %d; maybe learningRate is too large"
                .formatted(loss, epoch));
      }
      if (Double.isNaN(judged) || judged < least) {
        least = judged;
        best =
            new Learned(built.variables().values(session), epoch, epoch, answers(session, built));
      }
      if (settings.patience() > 0 && epoch - best.bestEpoch() >= settings.patience()) {
        return new Learned(best.weights(), epoch, best.bestEpoch(), best.answers());
      }
      best = new Learned(best.weights(), epoch, best.bestEpoch(), best.answers());
    }
    return best;
  }

  private static void shuffle(int[] rows, SplittableRandom random) {
    for (int i = rows.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = rows[i];
      rows[i] = rows[j];
      rows[j] = kept;
    }
  }

  private float[] descend(Session session, Built built, Packed batch, int step) {
    try (Feeds feeds = new Feeds(session, plan, built.net(), batch)) {
      feeds.target(built.target(), batch).number(built.step(), step);
      return sums(built.descent().add(feeds, step).fetch(built.lossSum()).fetch(built.lossCount()));
    }
  }

  private static float[] sums(Session.Runner runner) {
    try (Result result = runner.run()) {
      return new float[] {
        ((TFloat32) result.get(0)).getFloat(), ((TFloat32) result.get(1)).getFloat()
      };
    }
  }

  private double judge(Session session, Built built) {
    Packed rows = order.validation();
    int[] all = IntStream.range(0, rows.rows()).toArray();
    double sum = 0;
    double count = 0;
    for (int from = 0; from < all.length; from += JUDGED_AT_ONCE) {
      Packed batch = rows.some(plan, all, from, Math.min(all.length, from + JUDGED_AT_ONCE));
      try (Feeds feeds = new Feeds(session, plan, built.judge(), batch)) {
        feeds.target(built.target(), batch);
        float[] told = sums(feeds.runner().fetch(built.judgedSum()).fetch(built.judgedCount()));
        sum += told[0];
        count += told[1];
      }
    }
    return all.length == 0 ? Double.NaN : sum / count;
  }

  private float[] answers(Session session, Built built) {
    try (Feeds feeds = new Feeds(session, order.plan(), built.asked(), order.compared());
        Result result = feeds.runner().fetch(built.answers()).run()) {
      return Feeds.floats((TFloat32) result.get(0));
    }
  }
}
