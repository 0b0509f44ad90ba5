package souk.kernel.deploy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.jar.JarFile;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import souk.kernel.api.DropFolder;
import souk.kernel.api.DroppedBundle;

/** Takes jars over from the watcher of the folder, which would wait for each start without end. */
@Component(
    configurationPid = "souk.kernel.deploy",
    service = {ArtifactInstaller.class, DropFolder.class})
@Designate(ocd = DeployConfig.class)
public final class DefaultDropFolder implements ArtifactInstaller, DropFolder, BundleListener {
  private static final Logger LOG = LoggerFactory.getLogger(DefaultDropFolder.class);
  private static final String FOLDER = "souk.deploy";
  private static final long CALM_MILLIS = 500;

  /** Below whoever serves: the launcher's start script makes it nice 10. */
  private static final int PRIORITY = 2;

  private final BundleContext context;
  private final DropDesk desk;
  private final AtomicBoolean retryPlanned = new AtomicBoolean();
  private final Background background = new Background("souk-drop-folder", PRIORITY);

  @Activate
  public DefaultDropFolder(BundleContext context, DeployConfig config) {
    this.context = context;
    this.desk = new DropDesk(context, config.startMillis(), config.stopMillis(), Clock.systemUTC());
    forgetRemoved();
    context.addBundleListener(this);
  }

  @Deactivate
  void deactivate() {
    context.removeBundleListener(this);
    background.close();
  }

  /** Files that were taken out of the folder while the platform did not run. */
  private void forgetRemoved() {
    String folder = context.getProperty(FOLDER);
    if (folder == null) {
      return;
    }
    Arrays.stream(context.getBundles())
        .map(Bundle::getLocation)
        .filter(location -> location.startsWith(Locations.PREFIX))
        .map(location -> Path.of(folder, Locations.file(location)))
        .filter(file -> !Files.exists(file))
        .distinct()
        .forEach(file -> desk.remove(file.toFile()));
  }

  @Override
  public boolean canHandle(File file) {
    if (!file.getName().endsWith(".jar")) {
      return false;
    }
    try (JarFile jar = new JarFile(file, false)) {
      return jar.getManifest() != null
          && jar.getManifest().getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME) != null;
    } catch (IOException unreadable) {
      LOG.debug("{} cannot be read as a bundle.", file.getName(), unreadable);
      return false;
    }
  }

  @Override
  public void install(File file) throws Exception {
    put(file);
  }

  @Override
  public void update(File file) throws Exception {
    put(file);
  }

  private void put(File file) throws Exception {
    background.run(
        () -> {
          desk.put(file);
          return file;
        });
  }

  @Override
  public void uninstall(File file) throws Exception {
    background.run(
        () -> {
          desk.remove(file);
          return file;
        });
  }

  @Override
  public List<DroppedBundle> bundles() {
    return desk.bundles();
  }

  /** What is new may be what somebody waits for. */
  @Override
  public void bundleChanged(BundleEvent event) {
    boolean news = event.getType() == BundleEvent.RESOLVED;
    if (news && desk.someoneWaits() && retryPlanned.compareAndSet(false, true)) {
      background.later(this::retry, CALM_MILLIS);
    }
  }

  private void retry() {
    retryPlanned.set(false);
    try {
      desk.retryWaiting();
    } catch (RuntimeException e) {
      LOG.error("Bundles of the drop folder that wait could not be tried again.", e);
    }
  }
}
