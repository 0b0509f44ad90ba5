package souk.it.bench;

import java.util.Map;
import java.util.TreeMap;

/** Options of a benchmark, as {@code --name value}. */
record Arguments(Map<String, String> values) {
  static Arguments of(String[] words, int from) {
    Map<String, String> values = new TreeMap<>();
    for (int i = from; i < words.length; i += 2) {
      if (!words[i].startsWith("--") || i + 1 == words.length) {
        throw new IllegalArgumentException(
            "Options are given as --name value, but %s is not.".formatted(words[i]));
      }
      values.put(words[i].substring(2), words[i + 1]);
    }
    return new Arguments(values);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  int number(String name, int otherwise) {
    return has(name) ? Integer.parseInt(values.get(name)) : otherwise;
  }

  String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }
}
