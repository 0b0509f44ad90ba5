package souk.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.it.harness.OpenShop;
import souk.it.harness.Platform;
import souk.it.harness.Shop;
import souk.it.harness.StrangersMaven;
import souk.it.harness.Walkthrough;

/** The page for strangers does what it says, command by command, on a running platform. */
class AddonPageIT {
  private static final Path PAGE = Path.of("..", "..", "docs", "addon-in-ten-minutes.md");

  @TempDir Path folder;

  @Test
  void everyCommandOfThePageWorksAndShowsWhatItSays() throws Exception {
    Walkthrough page = Walkthrough.of(PAGE);
    assertTrue(page.steps().size() >= 8, page.steps().toString());
    Path maven = StrangersMaven.install(folder.resolve("maven"), Path.of("target", "strangers-m2"));
    try (Platform platform = OpenShop.start(folder)) {
      List<Walkthrough.Done> done =
          page.run(
              Files.createDirectories(folder.resolve("first-addon")),
              platform.variables(maven, Shop.sku(1)),
              Duration.ofMinutes(10));
      assertEquals(List.of(), done.stream().flatMap(step -> step.missing().stream()).toList());
      done.forEach(step -> System.out.printf("%5.1f s  %s%n", step.seconds(), step.step().title()));
    }
  }

  /** The page shows one role; the projects of the others build too. */
  private void buildEveryRole(Map<String, String> variables) throws Exception {
    Path page = folder.resolve("roles.md");
    Files.writeString(
        page,
        """
        ## Every role
        ```sh
        modules=
        for role in %s; do
          name=my-$(echo $role | tr A-Z a-z)
          souk new-addon $name --role $role
          modules="$modules<module>$name</module>"
        done
        cat > pom.xml <<END
        <project><modelVersion>4.0.0</modelVersion><groupId>com.example</groupId>
        <artifactId>all</artifactId><version>1</version><packaging>pom</packaging>
        <modules>$modules</modules></project>
        END
        mvn verify
        ```
        ```text
        [INFO] BUILD SUCCESS
        ```
        """
            .formatted(String.join(" ", roles())));
    List<Walkthrough.Done> done =
        Walkthrough.of(page)
            .run(
                Files.createDirectories(folder.resolve("all-roles")),
                variables,
                Duration.ofMinutes(10));
    assertEquals(List.of(), done.get(0).missing());
  }

  /** As the templates have them. */
  private static List<String> roles() throws Exception {
    Path templates = Path.of("..", "..", "distribution", "souk.archetype", "src/main/resources");
    try (Stream<Path> folders = Files.list(templates.resolve("archetype-resources/roles"))) {
      List<String> roles = folders.map(f -> f.getFileName().toString()).sorted().toList();
      assertTrue(roles.size() >= 7, roles.toString());
      return roles;
    }
  }

  @Test
  void aWrongCommandAndAWrongOutputAreFound() throws Exception {
    Path page = folder.resolve("page.md");
    Files.writeString(
        page,
        """
        ## One
        ```sh by-hand
        exit 9
        ```
        ```sh
        echo it costs 12.39 today
        ```
        ```text
        costs … today
        costs … tomorrow
        ```
        """);
    List<Walkthrough.Done> done =
        Walkthrough.of(page).run(folder, Map.of(), Duration.ofSeconds(30));
    assertEquals(1, done.size());
    assertEquals(1, done.get(0).missing().size(), done.get(0).missing().toString());
    assertTrue(done.get(0).missing().get(0).contains("tomorrow"));
    Files.writeString(page, "## Two\n```sh\nfalse\n```\n");
    AssertionError failure =
        org.junit.jupiter.api.Assertions.assertThrows(
            AssertionError.class,
            () -> Walkthrough.of(page).run(folder, Map.of(), Duration.ofSeconds(30)));
    assertTrue(failure.getMessage().contains("failed"), failure.getMessage());
  }
}
