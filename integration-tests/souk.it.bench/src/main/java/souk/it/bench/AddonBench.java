package souk.it.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import souk.it.harness.Platform;
import souk.it.harness.Shop;
import souk.it.harness.StrangersMaven;
import souk.it.harness.Walkthrough;

/** From no project to a strategy that serves: the page for strangers, run as a script. */
final class AddonBench {
  private AddonBench() {}

  static Result run() throws Exception {
    Path root = Path.of(System.getProperty("souk.root"));
    Walkthrough page = Walkthrough.of(root.resolve("docs").resolve("addon-in-ten-minutes.md"));
    Path folder = Files.createTempDirectory("souk-bench-addon");
    Path maven = StrangersMaven.install(folder.resolve("maven"), folder.resolve("m2"));
    try (Platform platform = Platform.start(folder)) {
      Shop.open(platform, folder);
      List<Walkthrough.Done> done =
          page.run(
              Files.createDirectories(folder.resolve("first-addon")),
              platform.variables(maven, Shop.sku(1)),
              Duration.ofMinutes(10));
      double live = 0;
      double all = 0;
      boolean serving = false;
      int wrong = 0;
      for (Walkthrough.Done step : done) {
        System.out.printf("%6.1f s  %s%n", step.seconds(), step.step().title());
        all += step.seconds();
        live += serving ? 0 : step.seconds();
        serving |= step.step().commands().contains("strategies select");
        step.missing().forEach(System.err::println);
        wrong += step.missing().size();
      }
      return new Result("addon")
          .with("seconds", live, 1)
          .with("pageSeconds", all, 1)
          .with("wrong", wrong)
          .require(live <= 180, "seconds <= 180")
          .require(wrong == 0, "wrong = 0");
    }
  }
}
