package souk.numeric.lib.boost;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;

/**
 * Trees that correct a starting prediction by factors, one after the other (Friedman, Annals of
 * Statistics 29, 2001; histograms as in LightGBM, Ke et al., 2017). Immutable, safe for use by many
 * threads; same rows, options and seed give the same trees for any number of threads.
 */
public final class BoostedTrees {
  private static final int BLOCK = 16_384;
  private static final float SMALLEST = 1e-30f;
  private static final float LARGEST = 1e30f;

  private final List<Tree> trees;

  private BoostedTrees(List<Tree> trees) {
    this.trees = List.copyOf(trees);
  }

  /** Trees fitted to all rows. */
  public static BoostedTrees fit(BinnedRows rows, BoostOptions options, Lanes lanes) {
    return fit(rows, options, lanes, trees -> {});
  }

  /**
   * Trees fitted to all rows.
   *
   * @param grown is told the number of trees after each; may throw to end it
   */
  public static BoostedTrees fit(
      BinnedRows rows, BoostOptions options, Lanes lanes, IntConsumer grown) {
    return new BoostedTrees(grow(rows, options, lanes, Watch.NOBODY, grown));
  }

  /**
   * Trees fitted to all rows, watched on others; growing stops when these have not improved for a
   * while, and what came after the best is cut off.
   *
   * @param held rows of the same bins that no tree learns from
   * @param patience trees without improvement before growing stops
   */
  public static BoostedTrees fit(
      BinnedRows rows, BinnedRows held, int patience, BoostOptions options, Lanes lanes) {
    return fit(rows, held, patience, options, lanes, trees -> {});
  }

  /**
   * The same, told of each tree.
   *
   * @param grown is told the number of trees after each; may throw to end it
   */
  public static BoostedTrees fit(
      BinnedRows rows,
      BinnedRows held,
      int patience,
      BoostOptions options,
      Lanes lanes,
      IntConsumer grown) {
    HeldOut watch = new HeldOut(held, options.loss(), patience);
    List<Tree> all = grow(rows, options, lanes, watch, grown);
    return new BoostedTrees(all.subList(0, watch.best));
  }

  /** Sees every tree; answers whether to go on. */
  private interface Watch {
    Watch NOBODY = tree -> true;

    boolean goesOn(Tree tree);
  }

  /** What is missed on rows no tree learns from. */
  private static final class HeldOut implements Watch {
    private final BinnedRows held;
    private final Loss loss;
    private final byte[][] columns;
    private final float[] predicted;
    private final int patience;
    private double least;
    private int seen;
    private int best;

    HeldOut(BinnedRows held, Loss loss, int patience) {
      this.held = held;
      this.loss = loss;
      this.patience = patience;
      this.columns = columns(held);
      this.predicted = starts(held);
      this.least = error();
    }

    private double error() {
      double sum = 0;
      for (int i = 0; i < predicted.length; i++) {
        sum += loss.miss(held.target(i), predicted[i]);
      }
      return sum;
    }

    @Override
    public boolean goesOn(Tree tree) {
      for (int i = 0; i < predicted.length; i++) {
        predicted[i] *= tree.factor(columns, i);
      }
      seen++;
      double error = error();
      if (error < least) {
        least = error;
        best = seen;
      }
      return seen - best < patience;
    }
  }

  private static List<Tree> grow(
      BinnedRows rows, BoostOptions options, Lanes lanes, Watch watch, IntConsumer grown) {
    int n = rows.size();
    List<Tree> trees = new ArrayList<>();
    if (n < 2 * options.leafRows()) {
      return trees;
    }
    byte[][] columns = columns(rows);
    float[] predicted = starts(rows);
    float[] gradient = new float[n];
    float[] curvature = new float[n];
    TreeGrower grower = new TreeGrower(rows, options, lanes);
    SplittableRandom random = new SplittableRandom(options.seed());
    int[] chosen = new int[n];
    int blocks = (n + BLOCK - 1) / BLOCK;
    for (int t = 0; t < options.trees(); t++) {
      lanes.forEach(
          blocks, block -> derive(rows, options.loss(), predicted, gradient, curvature, block));
      int count = 0;
      for (int i = 0; i < n; i++) {
        if (options.rowShare() == 1 || random.nextDouble() < options.rowShare()) {
          chosen[count++] = i;
        }
      }
      int[] features = features(random, columns.length, options.featureShare());
      Tree tree = grower.grow(chosen, count, features, gradient, curvature);
      lanes.forEach(blocks, block -> move(tree, columns, predicted, block));
      trees.add(tree);
      grown.accept(trees.size());
      if (!watch.goesOn(tree)) {
        break;
      }
    }
    return trees;
  }

  private static void derive(
      BinnedRows rows, Loss loss, float[] predicted, float[] gradient, float[] curvature, int b) {
    int until = Math.min(predicted.length, (b + 1) * BLOCK);
    for (int i = b * BLOCK; i < until; i++) {
      double weight = rows.weight(i);
      gradient[i] = (float) (weight * loss.gradient(rows.target(i), predicted[i]));
      curvature[i] = (float) (weight * loss.curvature(rows.target(i), predicted[i]));
    }
  }

  private static void move(Tree tree, byte[][] columns, float[] predicted, int block) {
    int until = Math.min(predicted.length, (block + 1) * BLOCK);
    for (int i = block * BLOCK; i < until; i++) {
      float moved = predicted[i] * tree.factor(columns, i);
      predicted[i] = Math.max(SMALLEST, Math.min(LARGEST, moved));
    }
  }

  private static int[] features(SplittableRandom random, int all, double share) {
    int[] order = new int[all];
    for (int i = 0; i < all; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    int count = Math.max(1, (int) Math.round(share * all));
    int[] features = java.util.Arrays.copyOf(order, count);
    java.util.Arrays.sort(features);
    return features;
  }

  private static byte[][] columns(BinnedRows rows) {
    byte[][] columns = new byte[rows.bins().features()][];
    for (int f = 0; f < columns.length; f++) {
      columns[f] = rows.column(f);
    }
    return columns;
  }

  private static float[] starts(BinnedRows rows) {
    float[] starts = new float[rows.size()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = rows.start(i);
    }
    return starts;
  }

  /** Number of trees. */
  public int size() {
    return trees.size();
  }

  /**
   * @param features one value per feature, NaN where missing
   * @param start prediction to start from
   */
  public double predict(float[] features, double start) {
    double predicted = start;
    for (Tree tree : trees) {
      predicted *= tree.factor(features);
    }
    return predicted;
  }

  /**
   * How much each feature adds to the score, the logarithm of the prediction, compared with other
   * rows: Shapley values, exact. They add up to the score less the mean score of the others.
   *
   * @param others at least one row
   */
  public double[] shares(float[] features, float[][] others) {
    return TreeShares.of(trees, features, others);
  }

  /** Bytes that {@link #write} takes. */
  public int bytes() {
    return Integer.BYTES + trees.stream().mapToInt(Tree::bytes).sum();
  }

  /** Writes what predictions need. */
  public void write(ByteBuffer out) {
    out.putInt(trees.size());
    trees.forEach(tree -> tree.write(out));
  }

  /**
   * Reads what was written.
   *
   * @param features number of features the trees may ask
   * @throws IllegalArgumentException if the bytes are no trees
   * @throws java.nio.BufferUnderflowException if they end too early
   */
  public static BoostedTrees read(ByteBuffer in, int features) {
    int count = in.getInt();
    if (count < 0 || count > in.remaining() / Integer.BYTES) {
      throw new IllegalArgumentException("%d trees".formatted(count));
    }
    List<Tree> trees = new ArrayList<>(count);
    for (int t = 0; t < count; t++) {
      trees.add(Tree.read(in, features));
    }
    return new BoostedTrees(trees);
  }
}
