package souk.cli;

import java.util.ArrayList;
import java.util.List;
import souk.customer.lib.uplift.Trial;
import souk.customer.lib.uplift.UpliftLearner;
import souk.customer.lib.uplift.UpliftLearners;

/** Learners by their ids. */
final class UpliftChoice {
  private UpliftChoice() {}

  static List<UpliftLearner> named(List<String> asked, Trial trial) {
    List<UpliftLearner> here = UpliftLearners.suiting(trial);
    List<UpliftLearner> chosen = new ArrayList<>();
    for (String id : asked) {
      String word = id.strip();
      if (word.equalsIgnoreCase("all")) {
        chosen.addAll(here);
      } else if (word.equalsIgnoreCase("usual")) {
        here.stream().filter(l -> UpliftLearners.USUAL.contains(l.id())).forEach(chosen::add);
      } else {
        chosen.add(
            here.stream()
                .filter(l -> l.id().equalsIgnoreCase(word))
                .findAny()
                .orElseThrow(() -> unknown(word, trial)));
      }
    }
    return chosen.stream().distinct().toList();
  }

  private static CliFailure unknown(String word, Trial trial) {
    boolean exists = UpliftLearners.all().stream().anyMatch(l -> l.id().equalsIgnoreCase(word));
    return new CliFailure(
        ExitCode.USAGE,
        exists && !trial.binary()
            ? "The learner %s needs outcomes 0 and 1, which these are not.\nMaybe choose another of --list-learners."
                .formatted(word)
            : "There is no learner \"%s\".\nMaybe it is mistyped; see --list-learners."
                .formatted(word));
  }
}
