package souk.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import souk.customer.lib.lifetime.PurchaseDays;
import souk.customer.lib.segmentation.GroupCount;
import souk.customer.lib.segmentation.Grouping;
import souk.customer.lib.segmentation.GroupingChoice;
import souk.customer.lib.segmentation.SegmentNames;
import souk.customer.lib.stability.Stability;

/** Ways to group customers, judged by stability and by what their members spend afterwards. */
final class SegmentsRun {
  static final String AUTO = "auto";

  private static final List<String> WAYS =
      List.of(AUTO, "rfm", "k-means", "mixture", "spend-classes");
  private static final int MOST_GROUPS = 8;
  private static final int REPEATS = 20;
  private static final int FEW_REPEATS = 5;
  private static final int MANY = 20_000;
  private static final int FEWEST = 30;

  private final CustomersAt before;
  private final CustomersAt now;
  private final double[] spentAfter;
  private final int ahead;
  private final long seed;
  private final int repeats;
  private final ProgressBar bar;
  private List<GroupCount> counts = List.of();
  private GroupingChoice choice;
  private int[] group = {};
  private int[] groupBefore = {};
  private double[] jaccard = {};
  private String[] names = {};
  private String[] namesBefore = {};

  SegmentsRun(PurchaseDays days, int last, int ahead, long seed, ProgressBar bar) {
    int span = last - days.firstDay() + 1;
    this.ahead = ahead > 0 ? ahead : Math.max(1, Math.min(90, span / 4));
    this.now = new CustomersAt(days, last);
    this.before = new CustomersAt(days, last - this.ahead);
    if (before.size() < FEWEST) {
      throw new CliFailure(
          ExitCode.USAGE,
          "Only %d customers bought before the last %d days; segments need %d.\nMaybe --ahead is too long, or the file too short."
              .formatted(before.size(), this.ahead, FEWEST));
    }
    this.spentAfter = before.spentWithin(this.ahead);
    this.seed = seed;
    this.repeats = before.size() > MANY ? FEW_REPEATS : REPEATS;
    this.bar = bar;
  }

  static void check(String method) {
    if (!WAYS.contains(method.toLowerCase(Locale.ROOT))) {
      throw new CliFailure(
          ExitCode.USAGE,
          "There is no way to group called \"%s\"; there are %s.".formatted(method, WAYS));
    }
  }

  /** Tries what is asked for, takes the best, groups the customers of today. */
  void decide(String method, int groups) {
    List<Grouping> asked = groupings(method, groups);
    AtomicInteger tried = new AtomicInteger();
    choice =
        GroupingChoice.of(
            before.rows(),
            spentAfter,
            asked,
            repeats,
            seed,
            way -> bar.show(100.0 * tried.getAndIncrement() / asked.size(), "", -1, way.id()));
    Grouping way = choice.chosen().grouping();
    groupBefore = way.cluster(before.rows(), seed);
    group = way.cluster(now.rows(), seed);
    jaccard = Stability.of(way, now.rows(), group, repeats, seed).bootstrapJaccard();
    names = SegmentNames.of(way, now.rows(), group);
    namesBefore = SegmentNames.of(way, before.rows(), groupBefore);
    bar.done("%s, best of %d ways".formatted(way.id(), asked.size()));
  }

  private List<Grouping> groupings(String method, int groups) {
    boolean all = method.equals(AUTO);
    List<Grouping> asked = new ArrayList<>();
    boolean counted = all || method.equals("k-means") || method.equals("mixture");
    if (counted && groups == 0) {
      bar.show(0, "", -1, "how many groups");
      counts = GroupCount.tried(before.rows(), MOST_GROUPS, FEW_REPEATS, seed);
    }
    if (all || method.equals("rfm")) {
      asked.add(Grouping.rfm());
    }
    if (all || method.equals("k-means")) {
      List<Integer> numbers = groups > 0 ? List.of(groups) : GroupCount.worthTrying(counts);
      numbers.forEach(k -> asked.add(Grouping.kMeans(k)));
    }
    if (all || method.equals("mixture")) {
      asked.add(Grouping.mixture(groups > 0 ? groups : GroupCount.forMixture(counts)));
    }
    if (all || method.equals("spend-classes")) {
      asked.add(Grouping.spendClasses());
    }
    return asked;
  }

  CustomersAt now() {
    return now;
  }

  CustomersAt before() {
    return before;
  }

  int ahead() {
    return ahead;
  }

  GroupingChoice choice() {
    return choice;
  }

  List<GroupCount> counts() {
    return counts;
  }

  int[] group() {
    return group;
  }

  int[] groupBefore() {
    return groupBefore;
  }

  /** Of each group number. */
  double[] jaccard() {
    return jaccard;
  }

  String[] names() {
    return names;
  }

  /** The segment of a customer of today. */
  String segment(int i) {
    return names[group[i]];
  }

  /** Number of segments with customers. */
  long segments() {
    return Arrays.stream(group).distinct().count();
  }

  /** Names of the groups of the past. */
  String[] namesBefore() {
    return namesBefore;
  }
}
