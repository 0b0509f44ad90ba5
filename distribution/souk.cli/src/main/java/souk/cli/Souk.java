package souk.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Entry point and list of verbs. */
@Command(
    name = "souk",
    mixinStandardHelpOptions = true,
    versionProvider = Souk.Version.class,
    header = "Retail decisions whose strategies change while the shop stays open.",
    description = {
      "",
      "The state lies in the folder named by --data (default: data beside bin, or SOUK_DATA). "
          + "Verbs talk HTTP to the platform that runs on it; verbs with a file start one for "
          + "the call when none runs. \"bench NAME\" exists in a source checkout only.",
      ""
    },
    subcommands = {
      StartCommand.class,
      StopCommand.class,
      StatusCommand.class,
      OpenCommand.class,
      DemoCommand.class,
      LoadCommand.class,
      LadderCommand.class,
      ForecastCommand.class,
      LifetimeCommand.class,
      UpliftCommand.class,
      SegmentsCommand.class,
      LearnCommand.class,
      QuoteCommand.class,
      StrategiesCommand.class,
      FeaturesCommand.class,
      NewAddonCommand.class,
      BackupCommand.class,
      EraseCommand.class,
      RestoreCommand.class,
      ReplayCommand.class,
      HelpCommand.class
    })
public final class Souk {

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The verbs, for tools that call them within their own process. */
  public static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Souk());
    line.getCommandSpec().usageMessage().footerHeading("%nExit codes:%n");
    line.getCommandSpec().usageMessage().footer(ExitCode.table().split(System.lineSeparator()));
    line.setExecutionExceptionHandler(Souk::explain);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return line;
  }

  private static int explain(Exception failure, CommandLine line, CommandLine.ParseResult parsed)
      throws Exception {
    if (failure instanceof CliFailure expected) {
      line.getErr().println("souk: " + expected.getMessage());
      line.getErr().flush();
      return expected.code().value();
    }
    throw failure;
  }

  /** Answers {@code --version}. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "souk " + System.getProperty("souk.version", "unknown"), "Java " + Runtime.version()
      };
    }
  }
}
