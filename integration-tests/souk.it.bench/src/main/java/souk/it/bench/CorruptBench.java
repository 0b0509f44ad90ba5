package souk.it.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * R17: damaged copies of every kind of state file, each opened by the code that opens it in the
 * platform. Right are a refusal with a message, or exactly what was written (decision log: a part
 * of it, as everything it gives is chained). Anything else is a wrong load; an unexpected exception
 * is a crash. A death of the process ends the run without a result.
 */
final class CorruptBench {
  private static final long SEED = 20261122;

  private CorruptBench() {}

  /** What became of one damaged file. */
  enum Fate {
    REFUSED,
    HARMLESS,
    WRONG,
    CRASHED
  }

  /** One kind of file. */
  interface Kind extends AutoCloseable {
    String name();

    /** Of 100 damaged files, how many are of this kind. */
    int share();

    byte[] whole() throws Exception;

    /** Opens a damaged copy in a folder of its own. */
    Fate open(Path folder, byte[] damaged) throws Exception;

    @Override
    default void close() throws IOException {}
  }

  static Result run() throws Exception {
    int files = Integer.getInteger("souk.bench.corrupt", 100_000);
    Path folder = Files.createTempDirectory("souk-bench-corrupt");
    Result result = new Result("corrupt");
    long crashes = 0;
    long wrong = 0;
    long all = 0;
    List<String> seen = new ArrayList<>();
    for (Kind kind : CorruptKinds.all(folder)) {
      int count = files * kind.share() / 100;
      long[] fates = drill(kind, folder.resolve(kind.name()), count);
      all += count;
      crashes += fates[Fate.CRASHED.ordinal()];
      wrong += fates[Fate.WRONG.ordinal()];
      result
          .with(kind.name(), count)
          .with(kind.name() + "Refused", fates[Fate.REFUSED.ordinal()])
          .with(kind.name() + "Harmless", fates[Fate.HARMLESS.ordinal()]);
      seen.add(kind.name());
    }
    return new Result("corrupt")
        .with("files", all)
        .with("crashes", crashes)
        .with("wrongLoads", wrong)
        .with(result)
        .require(crashes == 0, "crashes = 0")
        .require(wrong == 0, "wrongLoads = 0")
        .require(seen.size() == 5, "five kinds");
  }

  private static long[] drill(Kind kind, Path folder, int count) throws Exception {
    Random random = new Random(SEED);
    byte[] whole = kind.whole();
    long[] fates = new long[Fate.values().length];
    for (int i = 0; i < count; i++) {
      byte[] damaged = Damage.of(whole, random);
      Path place = Files.createDirectories(folder.resolve("one"));
      Fate fate;
      try {
        fate = kind.open(place, damaged);
      } catch (IOException | RuntimeException | StackOverflowError e) {
        fate = Fate.CRASHED;
        System.err.printf("%s %d: %s%n", kind.name(), i, e);
      }
      if (fate == Fate.WRONG) {
        Files.write(folder.resolve("wrong-" + i), damaged);
        System.err.printf("%s %d is a wrong load%n", kind.name(), i);
      }
      fates[fate.ordinal()]++;
      CorruptKinds.delete(place);
      if ((i + 1) % Math.max(1, count / 5) == 0) {
        System.out.printf("%s %d of %d%n", kind.name(), i + 1, count);
      }
    }
    kind.close();
    return fates;
  }
}
