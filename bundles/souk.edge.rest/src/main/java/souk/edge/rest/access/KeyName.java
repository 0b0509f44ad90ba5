package souk.edge.rest.access;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a key is called: by its role alone, or by its role and the person it belongs to. Keys of one
 * person have equal person names, whatever their roles.
 *
 * @param role what it allows
 * @param name the person; empty for the one key of the role that is there from the beginning
 */
public record KeyName(KeyRole role, Optional<String> name) implements Comparable<KeyName> {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final Pattern FILE = Pattern.compile("([a-z]+)\\.(.+)\\.key");
  private static final Set<String> TAKEN = Set.of("anonymous", "souk", "system");
  private static final Comparator<KeyName> ORDER =
      Comparator.comparing(KeyName::role).thenComparing(key -> key.name().orElse(""));

  /**
   * @throws IllegalArgumentException if the name is none
   */
  public KeyName {
    if (name.isPresent() && !free(name.get())) {
      throw new IllegalArgumentException(
          "The name of a key must have 1 to 40 of a-z, 0-9 and -, begin with a letter or digit and be no role, but is %s.%nMaybe take the login of the person."
              .formatted(name.get()));
    }
  }

  public static KeyName of(KeyRole role) {
    return new KeyName(role, Optional.empty());
  }

  public static KeyName of(KeyRole role, String name) {
    return new KeyName(role, Optional.of(name));
  }

  /** The key that a file of the folder holds, if it is one of a person. */
  static Optional<KeyName> ofFile(String file) {
    Matcher parts = FILE.matcher(file);
    if (!parts.matches() || !free(parts.group(2))) {
      return Optional.empty();
    }
    return Arrays.stream(KeyRole.values())
        .filter(role -> role.id().equals(parts.group(1)))
        .findFirst()
        .map(role -> of(role, parts.group(2)));
  }

  private static boolean free(String name) {
    return NAME.matcher(name).matches()
        && !TAKEN.contains(name)
        && Arrays.stream(KeyRole.values()).noneMatch(role -> role.id().equals(name));
  }

  /** Who acts with it: the person, or the role if nobody is named. */
  public String person() {
    return name.orElse(role.id());
  }

  /** Of the file, without the folder. */
  String file() {
    return role.id() + name.map(person -> "." + person).orElse("") + ".key";
  }

  @Override
  public int compareTo(KeyName other) {
    return ORDER.compare(this, other);
  }
}
