package souk.cli;

import java.io.PrintStream;

/** Where a person finds the platform. */
final class Addresses {
  private Addresses() {}

  static void print(PrintStream out, Place place, Running running) {
    out.println("Console   " + running.url() + "/system/console");
    out.println("Report    " + running.url() + "/api/v1/report");
    out.println("API       " + running.url() + "/api/v1/");
    out.println("Keys      " + place.key("admin").getParent() + " (owner only)");
    out.println("Log       " + place.data().resolve("log").resolve("souk.log"));
  }
}
