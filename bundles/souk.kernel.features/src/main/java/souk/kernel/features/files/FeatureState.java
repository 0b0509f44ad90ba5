package souk.kernel.features.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was changed at run time compared with the list of the distribution. Immutable. The launcher
 * reads the same text at start.
 *
 * @param number of this state; 0 is the distribution as it is
 * @param parent number of the state before, to which an undo leads
 * @param removed names of features of the distribution that are left out
 * @param used names of features that come from an archive or in addition to the list, in the order
 *     of their installation
 */
public record FeatureState(int number, int parent, Set<String> removed, Map<String, Use> used) {
  /** Key of a feature that lies in the distribution. */
  public static final String DISTRIBUTION = "-";

  /** A feature in use: its version and the folder of the store that holds it. */
  public record Use(String version, String key) {}

  public FeatureState {
    removed = Set.copyOf(removed);
    used = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(used));
  }

  public static FeatureState distribution() {
    return new FeatureState(0, 0, Set.of(), Map.of());
  }

  FeatureState numbered(int next) {
    return new FeatureState(next, number, removed, used);
  }

  /** The state with a feature in use. */
  public FeatureState with(String name, Use use) {
    Set<String> out = new TreeSet<>(removed);
    out.remove(name);
    Map<String, Use> in = new LinkedHashMap<>(used);
    in.put(name, use);
    return new FeatureState(number, parent, out, in);
  }

  /** The state with a feature back as the distribution lists it. */
  public FeatureState asListed(String name) {
    Set<String> out = new TreeSet<>(removed);
    out.remove(name);
    Map<String, Use> in = new LinkedHashMap<>(used);
    in.remove(name);
    return new FeatureState(number, parent, out, in);
  }

  /**
   * The state without a feature.
   *
   * @param listed whether the distribution lists it
   */
  public FeatureState without(String name, boolean listed) {
    Set<String> out = new TreeSet<>(removed);
    if (listed) {
      out.add(name);
    }
    Map<String, Use> in = new LinkedHashMap<>(used);
    in.remove(name);
    return new FeatureState(number, parent, out, in);
  }

  String text() {
    StringBuilder text =
        new StringBuilder("# Features changed while the platform ran. Written by the platform.\n");
    text.append("parent ").append(parent).append('\n');
    new TreeSet<>(removed).forEach(name -> text.append("remove ").append(name).append('\n'));
    used.forEach(
        (name, use) ->
            text.append(
                String.format(Locale.ROOT, "use %s %s %s\n", name, use.version(), use.key())));
    return text.append("end\n").toString();
  }

  static FeatureState parse(int number, List<String> lines) {
    int parent = 0;
    boolean ended = false;
    Set<String> removed = new TreeSet<>();
    Map<String, Use> used = new LinkedHashMap<>();
    for (String line : lines) {
      List<String> words = new ArrayList<>(List.of(line.strip().split(" ")));
      switch (words.get(0)) {
        case "parent" -> parent = Integer.parseInt(words.get(1));
        case "remove" -> removed.add(words.get(1));
        case "use" -> used.put(words.get(1), new Use(words.get(2), words.get(3)));
        case "end" -> ended = true;
        default -> {
          if (!line.isBlank() && !line.startsWith("#")) {
            throw new IllegalArgumentException("The line \"" + line + "\" is unknown.");
          }
        }
      }
    }
    if (!ended) {
      throw new IllegalArgumentException("The last line is missing.");
    }
    return new FeatureState(number, parent, removed, used);
  }
}
