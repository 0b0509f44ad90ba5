package souk.kernel.features.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleEvent;
import souk.kernel.api.Actor;
import souk.kernel.api.FeatureChange;
import souk.kernel.api.FeatureException;
import souk.kernel.api.FeaturePlan;
import souk.kernel.api.FeatureStatus;
import souk.kernel.api.Progress;
import souk.kernel.features.archive.Zips;

/** Plans and changes in a real framework: what is refused, what restarts, what is taken back. */
class FeaturesFelixTest {
  private static final Actor ANN = new Actor("ann", "test");
  private static final String LOUD = "souk.features.test.loud";

  @TempDir private Path home;
  private FeaturesFelix felix;

  @BeforeEach
  void start() throws Exception {
    System.clearProperty(LOUD);
    felix = new FeaturesFelix(home);
    felix.ship(
        "contracts", "1.0.0", true, "a.api 1.0.0 -> souk.a.api", "b.api 1.0.0 -> souk.b.api");
    felix.ship("room.a", "1.0.0", false, "a.core 1.0.0 <- souk.a.api");
    felix.ship("room.b", "1.0.0", false, "b.core 1.0.0 <- souk.b.api");
    felix.start();
  }

  @AfterEach
  void stop() throws Exception {
    felix.close();
  }

  private FeaturePlan apply(FeatureChange change) {
    return felix.features().apply(change, ANN, "a test", Progress.none());
  }

  private String refusal(FeatureChange change) {
    List<String> before = felix.bundles();
    FeaturePlan plan = felix.features().plan(change);
    assertTrue(!plan.refusals().isEmpty(), "not refused");
    FeatureException refused = assertThrows(FeatureException.class, () -> apply(change));
    assertEquals(plan.refusals().get(0).code(), refused.code());
    assertEquals(before, felix.bundles(), "a refused change touched bundles");
    assertTrue(
        felix.audited().get(felix.audited().size() - 1).startsWith("feature."), "not audited");
    return refused.code() + " " + refused.getMessage();
  }

  private String upload(String feature, String version, Map<String, byte[]> jars)
      throws IOException {
    return felix.features().upload(new ByteArrayInputStream(archive(feature, version, jars)), ANN);
  }

  private byte[] archive(String feature, String version, Map<String, byte[]> jars)
      throws IOException {
    return FeaturesFelix.archive(home.resolve("archive.zip"), feature, version, jars);
  }

  private static Map<String, byte[]> jars(Object... idsAndJars) {
    Map<String, byte[]> jars = new LinkedHashMap<>();
    for (int i = 0; i < idsAndJars.length; i += 2) {
      jars.put((String) idsAndJars[i], (byte[]) idsAndJars[i + 1]);
    }
    return jars;
  }

  private FeatureStatus status(String name) {
    return felix.features().list().stream()
        .filter(f -> f.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aFeatureGoesComesAndIsUndoneStepByStep() {
    apply(FeatureChange.remove("room.a"));
    assertNull(felix.bundle("a.core"));
    assertEquals(FeatureStatus.State.AVAILABLE, status("room.a").state());
    apply(FeatureChange.remove("room.b"));
    apply(FeatureChange.undo());
    assertNotNull(felix.bundle("b.core"));
    assertNull(felix.bundle("a.core"));
    apply(FeatureChange.undo());
    assertEquals(FeatureStatus.State.ACTIVE, status("room.a").state());
    assertTrue(refusal(FeatureChange.undo()).startsWith("feature.nothing-to-undo"));
    assertEquals(
        List.of("feature.remove room.a", "feature.remove room.b"), felix.audited().subList(0, 2));
  }

  @Test
  void whatIsRequiredUnknownOrThereIsRefused() {
    assertTrue(refusal(FeatureChange.remove("contracts")).startsWith("feature.required"));
    assertTrue(refusal(FeatureChange.remove("nowhere")).startsWith("feature.not-installed"));
    assertTrue(refusal(FeatureChange.install("nowhere")).startsWith("feature.unknown"));
    assertTrue(refusal(FeatureChange.install("room.a")).startsWith("feature.installed"));
    assertTrue(refusal(FeatureChange.update("room.a")).startsWith("feature.same-version"));
    assertTrue(refusal(FeatureChange.install("a:b")).startsWith("feature.bad-id"));
  }

  @Test
  void whatNobodyOffersIsNamed() throws IOException {
    byte[] needy =
        Zips.bundle(
            "needy",
            "1.0.0",
            Map.of("Import-Package", "not.there,not.there.either;version=\"[2,3)\""),
            Map.of());
    String id = upload("needy", "1.0.0", jars("needy:1.0.0", needy));
    String text = refusal(FeatureChange.install(id));
    assertTrue(text.startsWith("feature.closure needy 1.0.0 needs"), text);
    assertTrue(text.contains("not.there.either"), text);
    assertTrue(text.contains("Maybe"), text);
  }

  @Test
  void aNewerJavaIsNamed() throws IOException {
    byte[] modern =
        Zips.bundle(
            "modern",
            "1.0.0",
            Map.of("Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\""),
            Map.of());
    String id = upload("modern", "1.0.0", jars("modern:1.0.0", modern));
    assertTrue(refusal(FeatureChange.install(id)).contains("a Java runtime"));
  }

  @Test
  void whoImportsFromAFeatureKeepsIt() throws IOException {
    byte[] library =
        Zips.bundle("library", "1.0.0", Map.of("Export-Package", "some.library"), Map.of());
    byte[] user = Zips.bundle("user", "1.0.0", Map.of("Import-Package", "some.library"), Map.of());
    apply(FeatureChange.install(upload("library", "1.0.0", jars("library:1.0.0", library))));
    apply(FeatureChange.install(upload("user", "1.0.0", jars("user:1.0.0", user))));
    String text = refusal(FeatureChange.remove("library"));
    assertTrue(text.startsWith("feature.needed user 1.0.0 needs"), text);
    apply(FeatureChange.remove("user"));
    apply(FeatureChange.remove("library"));
    assertNull(felix.bundle("library"));
  }

  @Test
  void aCopyOfAContractIsRefused() throws IOException {
    byte[] copy =
        Zips.bundle(
            "copy", "1.0.0", Map.of("Export-Package", "souk.a.api;version=\"1.0\""), Map.of());
    String id = upload("copy", "1.0.0", jars("copy:1.0.0", copy));
    assertTrue(refusal(FeatureChange.install(id)).startsWith("contract.twice"));
  }

  @Test
  void theSameBundleTwiceAndASecondSingletonAreRefused() throws IOException {
    byte[] same = Zips.bundle("a.core", "1.0.0");
    assertTrue(
        refusal(FeatureChange.install(upload("same", "1.0.0", jars("same:1.0.0", same))))
            .startsWith("bundle.twice"));
    byte[] one = Zips.bundle("only;singleton:=true", "1.0.0");
    byte[] two = Zips.bundle("only;singleton:=true", "2.0.0");
    apply(FeatureChange.install(upload("one", "1.0.0", jars("only:1.0.0", one))));
    assertTrue(
        refusal(FeatureChange.install(upload("two", "1.0.0", jars("only:2.0.0", two))))
            .startsWith("bundle.singleton"));
  }

  @Test
  void olderBundlesInANewerFeatureAreRefused() throws IOException {
    byte[] older = Zips.bundle("a.core", "0.9.0", Map.of("Import-Package", "souk.a.api"), Map.of());
    String id = upload("room.a", "1.1.0", jars("a.core:0.9.0", older));
    assertTrue(refusal(FeatureChange.update(id)).startsWith("bundle.downgrade"));
  }

  @Test
  void anOlderFeatureIsRefusedOnArrival() {
    FeatureException refused =
        assertThrows(
            FeatureException.class,
            () -> upload("room.a", "0.9.0", jars("a.core:0.9.0", Zips.bundle("a.core", "0.9.0"))));
    assertEquals("feature.downgrade", refused.code());
  }

  @Test
  void otherContentUnderTheSameIdIsRefused() throws IOException {
    byte[] other =
        Zips.bundle(
            "a.core",
            "1.0.0",
            Map.of("Import-Package", "souk.a.api", "Bundle-Description", "other"),
            Map.of());
    String id = upload("room.a", "1.0.1", jars("a.core:1.0.0", other));
    assertTrue(refusal(FeatureChange.update(id)).startsWith("bundle.other-content"));
  }

  /** The room of the exchanged contract restarts; the other room does not notice. */
  @Test
  void aNewContractRestartsItsRoomOnly() throws IOException {
    byte[] next =
        Zips.bundle(
            "a.api", "1.1.0", Map.of("Export-Package", "souk.a.api;version=\"1.1\""), Map.of());
    String id =
        upload("contracts", "1.1.0", jars("a.api:1.1.0", next, "b.api:1.0.0", felix.jar("b.api")));
    List<String> events = new ArrayList<>();
    felix
        .context()
        .addBundleListener(
            event -> {
              if (event.getType() == BundleEvent.STOPPED
                  || event.getType() == BundleEvent.STARTED) {
                synchronized (events) {
                  events.add(event.getBundle().getSymbolicName());
                }
              }
            });
    FeaturePlan plan = felix.features().plan(FeatureChange.update(id));
    assertEquals(List.of(), plan.refusals());
    assertEquals(List.of("a.core 1.0.0"), plan.refreshed());
    apply(FeatureChange.update(id));
    assertEquals("1.1.0", felix.bundle("a.api").getVersion().toString());
    assertEquals(FeatureStatus.State.ACTIVE, status("room.a").state());
    synchronized (events) {
      assertTrue(events.contains("a.core"), events.toString());
      assertTrue(!events.contains("b.core") && !events.contains("b.api"), events.toString());
    }
  }

  /** A step fails in the midst: all is as before, and the audit says so. */
  @Test
  void aBundleThatDoesNotStartIsTakenBack() throws IOException {
    List<String> before = felix.bundles();
    byte[] broken =
        Zips.bundle(
            "a.core",
            "1.1.0",
            Map.of("Import-Package", "souk.a.api", "Bundle-Activator", "not.there.Activator"),
            Map.of());
    String id = upload("room.a", "1.1.0", jars("a.core:1.1.0", broken));
    FeatureException failed =
        assertThrows(FeatureException.class, () -> apply(FeatureChange.update(id)));
    assertEquals("bundle.not-started", failed.code());
    assertEquals(before, felix.bundles());
    assertEquals(FeatureStatus.State.ACTIVE, status("room.a").state());
    assertEquals("1.0.0", status("room.a").version());
    assertEquals(
        "feature.update.failed org.stranger:room.a:1.1.0",
        felix.audited().get(felix.audited().size() - 1));
  }

  /** What is checked, planned and refused runs no line of the archive's code. */
  @Test
  void nothingOfARefusedFeatureIsLoaded() throws Exception {
    byte[] loud =
        Zips.bundle(
            "loud",
            "1.0.0",
            Map.of(
                "Bundle-Activator",
                "souk.kernel.features.bundle.LoudActivator",
                "Import-Package",
                "org.osgi.framework,not.there"),
            Map.of(
                "souk/kernel/features/bundle/LoudActivator.class",
                FeaturesFelix.classOf("LoudActivator")));
    String id = upload("loud", "1.0.0", jars("loud:1.0.0", loud));
    assertTrue(refusal(FeatureChange.install(id)).startsWith("feature.closure"));
    assertNull(System.getProperty(LOUD), "a class of a refused archive was loaded");
    byte[] fine =
        Zips.bundle(
            "loud",
            "1.0.1",
            Map.of(
                "Bundle-Activator",
                "souk.kernel.features.bundle.LoudActivator",
                "Import-Package",
                "org.osgi.framework"),
            Map.of(
                "souk/kernel/features/bundle/LoudActivator.class",
                FeaturesFelix.classOf("LoudActivator")));
    apply(FeatureChange.install(upload("loud", "1.0.1", jars("loud:1.0.1", fine))));
    assertEquals("loaded", System.getProperty(LOUD), "the probe itself does not work");
  }

  @Test
  void strangersAreTellableFromTheDistribution() throws IOException {
    byte[] stranger = Zips.bundle("stranger", "1.0.0");
    apply(FeatureChange.install(upload("stranger", "1.0.0", jars("stranger:1.0.0", stranger))));
    assertTrue(felix.bundle("stranger").getLocation().startsWith("installed:"));
    byte[] next = Zips.bundle("b.core", "1.1.0", Map.of("Import-Package", "souk.b.api"), Map.of());
    apply(FeatureChange.update(upload("room.b", "1.1.0", jars("b.core:1.1.0", next))));
    assertTrue(felix.bundle("b.core").getLocation().startsWith("feature:"));
    assertTrue(Files.exists(home.resolve("data/features/current")));
  }

  @Tag("slow")
  @Test
  void aBundleThatHangsInItsStartIsGivenUp() throws IOException {
    byte[] hanging =
        Zips.bundle(
            "hanging",
            "1.0.0",
            Map.of(
                "Bundle-Activator",
                "souk.kernel.features.bundle.HangingActivator",
                "Import-Package",
                "org.osgi.framework"),
            Map.of(
                "souk/kernel/features/bundle/HangingActivator.class",
                FeaturesFelix.classOf("HangingActivator")));
    String id = upload("hanging", "1.0.0", jars("hanging:1.0.0", hanging));
    FeatureException refused =
        assertThrows(FeatureException.class, () -> apply(FeatureChange.install(id)));
    assertEquals("bundle.hangs", refused.code());
    assertEquals(FeatureStatus.State.AVAILABLE, status("hanging").state());
    apply(FeatureChange.remove("room.a"));
    assertNull(felix.bundle("a.core"));
    System.setProperty("souk.features.test.hang", "end");
  }

  /** What was checked last under an id is what is installed, never an older content. */
  @Test
  void oneIdMeansOneContent() throws IOException {
    byte[] first = Zips.bundle("first", "1.0.0");
    byte[] second = Zips.bundle("second", "1.0.0");
    upload("same", "1.0.0", jars("first:1.0.0", first));
    String id = upload("same", "1.0.0", jars("second:1.0.0", second));
    apply(FeatureChange.install(id));
    assertNotNull(felix.bundle("second"));
    assertNull(felix.bundle("first"));
    FeatureException refused =
        assertThrows(
            FeatureException.class, () -> upload("same", "1.0.0", jars("first:1.0.0", first)));
    assertEquals("feature.other-content", refused.code());
    FeatureException shipped =
        assertThrows(
            FeatureException.class, () -> upload("room.a", "1.0.0", jars("first:1.0.0", first)));
    assertEquals("feature.other-content", shipped.code());
  }
}
