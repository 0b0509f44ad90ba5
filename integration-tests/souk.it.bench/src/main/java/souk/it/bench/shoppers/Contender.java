package souk.it.bench.shoppers;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import souk.it.bench.LinePeer;
import souk.learn.lib.boost.TableTrees;
import souk.learn.lib.split.Fold;
import souk.learn.lib.table.Encoding;
import souk.learn.lib.table.RawColumn;
import souk.learn.lib.table.Sample;
import souk.numeric.lib.boost.Lanes;
import souk.numeric.lib.boost.Loss;

/** Learns from some sessions and says of others how probable it is that they buy. */
@FunctionalInterface
public interface Contender {
  /**
   * An answer.
   *
   * @param probabilities of the test rows
   * @param processorSeconds of learning and answering
   */
  record Answer(double[] probabilities, double processorSeconds) {}

  /**
   * @param columns places of the columns that may be looked at
   */
  Answer answer(Sessions sessions, Fold fold, int[] columns) throws IOException;

  /** The platform's boosted trees with the settings they come with. */
  static Contender ours() {
    return (sessions, fold, columns) -> {
      List<RawColumn> train = sessions.take(columns, fold.train());
      List<RawColumn> test = sessions.take(columns, fold.test());
      double[] bought = sessions.bought(fold.train());
      long begin = processorNanos();
      Encoding encoding = Encoding.of(train);
      Sample sample = Sample.of(encoding.rows(train), bought, encoding.categorical());
      TableTrees trees =
          TableTrees.fit(sample, TableTrees.standard(Loss.LOGISTIC, sample.size(), 1), Lanes.ONE);
      double[] answers = Arrays.stream(encoding.rows(test)).mapToDouble(trees::predict).toArray();
      return new Answer(answers, (processorNanos() - begin) / 1e9);
    };
  }

  private static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  /** scikit-learn, which has read the same file. */
  static Contender peer(LinePeer peer) {
    return (sessions, fold, columns) -> {
      String[] words =
          peer.ask(list(fold.train()) + " " + list(fold.test()) + " " + list(columns))
              .split(" ", -1);
      double[] answers =
          Arrays.stream(words[2].split(",", -1)).mapToDouble(Double::parseDouble).toArray();
      return new Answer(answers, Double.parseDouble(words[0]));
    };
  }

  private static String list(int[] places) {
    return Arrays.stream(places).mapToObj(Integer::toString).collect(Collectors.joining(","));
  }
}
