package souk.it.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What another Java process holds, asked of the operating system and of the process itself. */
final class Memory {
  private static final String LOADER =
      "org.apache.felix.framework.BundleWiringImpl$BundleClassLoader";

  private static final Pattern USED = Pattern.compile("used (\\d+)K");

  private Memory() {}

  static long residentMegabytes(long pid) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
      }
    }
    throw new IOException("Process " + pid + " tells no resident memory.");
  }

  /** Heap in use after full collections. */
  static long liveMegabytes(long pid) throws IOException, InterruptedException {
    jcmd(pid, "GC.run");
    jcmd(pid, "GC.run");
    Matcher used = USED.matcher(jcmd(pid, "GC.heap_info"));
    if (!used.find()) {
      throw new IOException("Process " + pid + " tells nothing about its heap.");
    }
    return Long.parseLong(used.group(1)) / 1024;
  }

  /** Class loaders of bundles that survive a full collection. */
  static long bundleLoaders(long pid) throws IOException, InterruptedException {
    for (int i = 0; i < 3; i++) {
      jcmd(pid, "GC.run");
      Thread.sleep(300);
    }
    return jcmd(pid, "VM.classloader_stats").lines().filter(l -> l.endsWith(LOADER)).count();
  }

  private static String jcmd(long pid, String command) throws IOException, InterruptedException {
    Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process process =
        new ProcessBuilder(tool.toString(), Long.toString(pid), command)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("jcmd " + pid + " " + command + ": " + said);
    }
    return said;
  }
}
