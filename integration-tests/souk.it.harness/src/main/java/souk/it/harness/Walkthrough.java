package souk.it.harness;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page of the documentation as a script: its fenced blocks of language {@code sh} are run one
 * after the other in one shell; lines of a block of language {@code text} after them must appear in
 * the output, with {@code …} for what may differ. A block {@code sh by-hand} is left out.
 */
public final class Walkthrough {
  private static final Pattern FENCE =
      Pattern.compile("(?ms)^```(sh|text)[ \\t]*(by-hand)?[ \\t]*\\n(.*?)^```[ \\t]*$");
  private static final Pattern HEADING = Pattern.compile("(?m)^## (.*)$");
  private static final String MARK = "@@@ step ";

  /**
   * One block of commands.
   *
   * @param title heading above it
   * @param commands shell commands as they stand on the page
   * @param expected lines of output as they stand on the page
   */
  public record Step(String title, String commands, List<String> expected) {}

  /**
   * What a step did.
   *
   * @param step the step
   * @param output standard output and error of its commands
   * @param seconds from its begin to the begin of the next
   */
  public record Done(Step step, String output, double seconds) {
    /** Expected lines that the output lacks, in words. */
    public List<String> missing() {
      return step.expected.stream()
          .filter(line -> !pattern(line).matcher(output).find())
          .map(
              line ->
                  "\"%s\" shows no line like \"%s\", but:%n%s".formatted(step.title, line, output))
          .toList();
    }

    private static Pattern pattern(String line) {
      String parts =
          List.of(line.strip().split("…", -1)).stream()
              .map(part -> part.isEmpty() ? "" : Pattern.quote(part))
              .collect(Collectors.joining(".*"));
      return Pattern.compile("(?m)^.*" + parts + ".*$");
    }
  }

  private final List<Step> steps;

  private Walkthrough(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  public static Walkthrough of(Path page) throws IOException {
    String text = Files.readString(page);
    List<Step> steps = new ArrayList<>();
    Matcher fence = FENCE.matcher(text);
    boolean byHand = true;
    while (fence.find()) {
      if (fence.group(1).equals("sh")) {
        byHand = fence.group(2) != null;
        if (!byHand) {
          steps.add(new Step(titleAbove(text, fence.start()), fence.group(3), List.of()));
        }
      } else if (!byHand) {
        Step last = steps.remove(steps.size() - 1);
        List<String> expected = new ArrayList<>(last.expected);
        fence.group(3).lines().filter(line -> !line.isBlank()).forEach(expected::add);
        steps.add(new Step(last.title, last.commands, List.copyOf(expected)));
      }
    }
    return new Walkthrough(steps);
  }

  private static String titleAbove(String text, int position) {
    Matcher heading = HEADING.matcher(text.substring(0, position));
    String title = "";
    while (heading.find()) {
      title = heading.group(1);
    }
    return title;
  }

  public List<Step> steps() {
    return steps;
  }

  /**
   * Runs all steps; ends at the first command that fails.
   *
   * @param folder where they run
   * @param variables more variables of the environment
   */
  public List<Done> run(Path folder, Map<String, String> variables, Duration limit)
      throws IOException, InterruptedException {
    StringBuilder script = new StringBuilder("set -euo pipefail\n");
    for (int i = 0; i < steps.size(); i++) {
      script.append("echo \"").append(MARK).append(i).append(" $(date +%s.%N)\"\n");
      script.append(steps.get(i).commands());
    }
    script.append("echo \"").append(MARK).append(steps.size()).append(" $(date +%s.%N)\"\n");
    Path file = folder.resolve("walk.sh");
    Files.writeString(file, script);
    File output = folder.resolve("walk.log").toFile();
    ProcessBuilder builder =
        new ProcessBuilder("bash", file.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output)
            .redirectInput(new File("/dev/null"));
    builder.environment().putAll(variables);
    Process process = builder.start();
    boolean ended = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
    if (!ended) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
    String log = Files.readString(output.toPath());
    if (!ended || process.exitValue() != 0) {
      throw new AssertionError(
          (ended ? "A command of the page failed:\n" : "Not through after " + limit + ":\n") + log);
    }
    return done(log);
  }

  private List<Done> done(String log) {
    String[] parts = log.split(Pattern.quote(MARK), -1);
    List<Done> done = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      String part = parts[i + 1];
      done.add(
          new Done(
              steps.get(i),
              part.substring(part.indexOf('\n') + 1),
              begin(parts[i + 2]) - begin(part)));
    }
    return done;
  }

  private static double begin(String part) {
    return Double.parseDouble(
        part.substring(part.indexOf(' ') + 1).lines().findFirst().orElse("0"));
  }
}
