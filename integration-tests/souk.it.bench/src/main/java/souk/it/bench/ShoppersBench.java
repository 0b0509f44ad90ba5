package souk.it.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import souk.it.bench.shoppers.Contender;
import souk.it.bench.shoppers.Course;
import souk.it.bench.shoppers.Sessions;
import souk.learn.lib.split.Fold;
import souk.learn.lib.split.Folds;

/**
 * Which sessions end with a purchase: boosted trees as they come, uncalibrated, beside
 * scikit-learn's HistGradientBoosting as it comes, in turn; five folds, repeated; and November and
 * December by the months before, without the month as a column.
 */
final class ShoppersBench {
  private static final double LEAST_AUC = 0.93;
  private static final double MOST_ECE = 0.02;
  private static final double MOST_RATIO = 1.5;
  private static final int FOLDS = 5;

  private ShoppersBench() {}

  static Result run(Arguments options) throws Exception {
    Path file =
        DataFolder.of("online_shoppers_intention").resolve("online_shoppers_intention.csv.gz");
    Sessions sessions = Sessions.of(DataFolder.lines(file).toList());
    Optional<LinePeer> started =
        LinePeer.start(
            LinePeer.PYTHON, LinePeer.script("shoppers_peer.py").toString(), file.toString());
    if (started.isEmpty()) {
      throw new IllegalStateException(
          "scikit-learn is absent.%nMaybe integration-tests/peers/install.sh was not run."
              .formatted());
    }
    try (LinePeer peer = started.get()) {
      System.out.printf("scikit-learn %s, one thread each%n", peer.version());
      Contender ours = Contender.ours();
      Contender theirs = Contender.peer(peer);
      int[] kinds = Arrays.stream(sessions.bought()).mapToInt(y -> (int) y).toArray();
      List<Fold> warm = Folds.stratified(kinds, FOLDS, 99);
      new Course(sessions, ours, theirs).run(warm, sessions.places(true));
      Course stratified = new Course(sessions, ours, theirs);
      for (int repeat = 1; repeat <= options.number("repeats", 5); repeat++) {
        stratified.run(Folds.stratified(kinds, FOLDS, repeat), sessions.places(true));
      }
      tell("stratified", stratified);
      Course twoMonths = new Course(sessions, ours, theirs);
      twoMonths.run(List.of(later(sessions, 11)), sessions.places(false));
      tell("November on", twoMonths);
      Course lastMonth = new Course(sessions, ours, theirs);
      lastMonth.run(List.of(later(sessions, 12)), sessions.places(false));
      tell("December", lastMonth);
      return result(stratified, twoMonths, lastMonth);
    }
  }

  private static Fold later(Sessions sessions, int from) {
    int[] month = sessions.month();
    return new Fold(
        IntStream.range(0, month.length).filter(r -> month[r] < from).toArray(),
        IntStream.range(0, month.length).filter(r -> month[r] >= from).toArray());
  }

  private static void tell(String name, Course course) {
    System.out.printf(
        "%-16s AUC %.4f peer %.4f, ahead %+.4f (%+.4f to %+.4f); ECE %.4f peer %.4f; processor %.3f s peer %.3f s%n",
        name,
        course.auc(0),
        course.auc(1),
        course.lead().value(),
        course.lead().low(),
        course.lead().high(),
        course.ece(0),
        course.ece(1),
        course.seconds(0),
        course.seconds(1));
  }

  private static Result result(Course stratified, Course twoMonths, Course last) {
    return new Result("shoppers")
        .with("auc", stratified.auc(0), 4)
        .with("ece", stratified.ece(0), 4)
        .with("aucPeer", stratified.auc(1), 4)
        .with("cpuRatio", stratified.ratio(), 2)
        .with("ecePeer", stratified.ece(1), 4)
        .with("aucNovDec", twoMonths.auc(0), 4)
        .with("aucNovDecPeer", twoMonths.auc(1), 4)
        .with("aucDec", last.auc(0), 4)
        .with("aucDecPeer", last.auc(1), 4)
        .with("eceDec", last.ece(0), 4)
        .with("eceDecPeer", last.ece(1), 4)
        .require(stratified.auc(0) >= LEAST_AUC, "AUC >= " + LEAST_AUC)
        .require(stratified.ece(0) <= MOST_ECE, "ECE <= " + MOST_ECE)
        .require(stratified.auc(0) >= stratified.auc(1), "AUC not below the peer's")
        .require(twoMonths.auc(0) >= twoMonths.auc(1), "AUC from November on not below the peer's")
        .require(last.auc(0) >= last.auc(1), "AUC in December not below the peer's")
        .require(stratified.ratio() <= MOST_RATIO, "processor time <= 1.5 x the peer's");
  }
}
