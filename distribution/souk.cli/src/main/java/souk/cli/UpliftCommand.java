package souk.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import souk.customer.lib.uplift.UpliftLearner;
import souk.customer.lib.uplift.UpliftLearners;

@Command(
    name = "uplift",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Learns from a trial whom a treatment changes; scores others.",
    description = {
      "Input: one line per customer: who was treated, what was seen, and what was known before; "
          + "CSV in UTF-8, may be packed (.gz). Needs no platform.",
      "Several learners are measured on rows that they have not seen; the best one learns from "
          + "all rows and answers. Answer: row (from 1), uplift.",
      "",
      "  souk uplift --table trial.csv --treatment mailed --outcome bought",
      "  souk uplift --table trial.csv --treatment segment --control \"No E-Mail\" "
          + "--treated \"Womens E-Mail\" --outcome visit --ignore spend,conversion "
          + "--predict customers.csv --out scores.csv --picture qini.svg",
      ""
    })
final class UpliftCommand implements Callable<Integer> {
  @Option(names = "--table", paramLabel = "CSV", description = "The trial.")
  private Path table;

  @ArgGroup(validate = false)
  private UpliftColumns columns = new UpliftColumns();

  @Option(names = "--predict", paramLabel = "CSV", description = "Whom to score.")
  private Path predict;

  @Option(names = "--out", paramLabel = "CSV", description = "The scores.")
  private Path out;

  @Option(names = "--picture", paramLabel = "SVG", description = "The Qini curve, as a picture.")
  private Path picture;

  @Option(
      names = "--learners",
      split = ",",
      defaultValue = "usual",
      paramLabel = "ID",
      description = "Ids, \"usual\" or \"all\" (default: ${DEFAULT-VALUE}).")
  private List<String> learners = List.of("usual");

  @Option(names = "--list-learners", description = "Lists the learners, and ends.")
  private boolean list;

  @Option(
      names = "--cost",
      defaultValue = "0",
      paramLabel = "C",
      description = "Cost of one treatment in units of the outcome (default: ${DEFAULT-VALUE}).")
  private double cost;

  @Option(
      names = "--folds",
      defaultValue = "5",
      paramLabel = "K",
      description = "Parts of the cross-validation (default: ${DEFAULT-VALUE}).")
  private int folds = 5;

  @Option(
      names = "--placebo",
      defaultValue = "5",
      paramLabel = "N",
      description =
          "How often treatments are dealt out anew by chance; the effect must vanish then"
              + " (default: ${DEFAULT-VALUE}).")
  private int placebo = 5;

  @Option(names = "--seed", defaultValue = "1", description = "Same seed, same answer.")
  private long seed = 1;

  @Override
  public Integer call() {
    if (list) {
      UpliftLearners.all().forEach(learner -> System.out.println(learner.id()));
      return ExitCode.OK.value();
    }
    check();
    TableFile file = TableFile.read(table);
    Optional<TableFile> asked = Optional.ofNullable(predict).map(TableFile::read);
    UpliftTable trial = UpliftTable.of(file, columns, asked, seed);
    UpliftText text = new UpliftText(System.out, trial, columns.outcome());
    text.begin();
    UpliftRun run = new UpliftRun(trial.trial(), folds, seed);
    run.compare(UpliftChoice.named(learners, trial.trial()));
    text.learners(run);
    text.policies(run, cost);
    text.quadrants(run, cost);
    if (placebo > 0) {
      text.placebo(run.placebo(placebo));
    }
    if (picture != null) {
      new QiniPicture(trial.trial(), run, columns.outcome()).write(picture);
      System.out.printf("picture %s%n", picture);
    }
    asked.ifPresent(other -> answer(run, trial, other));
    return ExitCode.OK.value();
  }

  private void answer(UpliftRun run, UpliftTable trial, TableFile asked) {
    UpliftLearner best = run.bestLearner();
    double[] uplift = best.learn(trial.trial(), seed).uplift(trial.rows(asked));
    try (AnswerFile file = new AnswerFile(out, List.of("row", "uplift"))) {
      for (int r = 0; r < uplift.length; r++) {
        file.line(List.of(Integer.toString(r + 1), Double.toString(uplift[r])));
      }
      file.finish();
    }
    System.out.printf(
        Locale.ROOT, "scored %,d rows by %s  out %s%n", uplift.length, best.id(), out);
  }

  private void check() {
    if (table == null) {
      throw usage("There is no trial to learn from.\nMaybe --table CSV is missing.");
    }
    columns.check();
    if ((predict == null) != (out == null)) {
      throw usage("--predict CSV and --out CSV belong together; one of them is missing.");
    }
    if (folds < 2 || folds > 20) {
      throw usage("--folds must lie in 2 to 20, but is %d.".formatted(folds));
    }
    if (!Double.isFinite(cost) || cost < 0) {
      throw usage("--cost must not be negative, but is %s.".formatted(cost));
    }
    if (placebo < 0 || placebo > 100) {
      throw usage("--placebo must lie in 0 to 100, but is %d.".formatted(placebo));
    }
  }

  private static CliFailure usage(String message) {
    return new CliFailure(ExitCode.USAGE, message);
  }
}
