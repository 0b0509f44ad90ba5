package souk.kernel.features.files;

import java.util.regex.Pattern;

/**
 * Names a bundle or a feature: {@code group:artifact[:type[:classifier]]:version}.
 *
 * @param type file ending, {@code jar} unless given
 * @param classifier empty text if there is none
 */
public record ArtifactId(
    String group, String artifact, String type, String classifier, String version) {
  private static final Pattern PART = Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9_.+-]{0,199})");

  public ArtifactId {
    check(group);
    check(artifact);
    check(type);
    check(version);
    if (!classifier.isEmpty()) {
      check(classifier);
    }
  }

  /** Nothing that could lead out of a folder. */
  private static void check(String part) {
    if (!PART.matcher(part).matches() || part.contains("..")) {
      throw Refused.because(
          "feature.bad-id",
          "The part \"%s\" of an id is not made of letters, digits, dots, dashes and underscores.",
          part);
    }
  }

  public static ArtifactId parse(String text) {
    String[] parts = text.split(":", -1);
    return switch (parts.length) {
      case 3 -> new ArtifactId(parts[0], parts[1], "jar", "", parts[2]);
      case 4 -> new ArtifactId(parts[0], parts[1], parts[2], "", parts[3]);
      case 5 -> new ArtifactId(parts[0], parts[1], parts[2], parts[3], parts[4]);
      default ->
          throw Refused.because(
              "feature.bad-id",
              "\"%s\" is no id.%nMaybe group:name:version was meant, for example org.souk:souk.feature.learn:1.0.0.",
              text);
    };
  }

  /** Path below a repository in Maven's layout. */
  public String path() {
    String end = classifier.isEmpty() ? "" : "-" + classifier;
    return "%s/%s/%s/%s-%s%s.%s"
        .formatted(group.replace('.', '/'), artifact, version, artifact, version, end, type);
  }

  /** As the OSGi feature service writes it; part of a bundle's location. */
  @Override
  public String toString() {
    String middle =
        classifier.isEmpty()
            ? (type.equals("jar") ? "" : type + ":")
            : type + ":" + classifier + ":";
    return group + ":" + artifact + ":" + middle + version;
  }
}
