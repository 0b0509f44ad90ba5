package souk.data.store;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import souk.kernel.api.Actor;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.AuditTrail;

/**
 * Records a restore in the audit trail. It happened while no platform ran, so the first start after
 * it records it, once.
 */
@Component(service = RestoreNote.class, immediate = true)
public final class RestoreNote {
  private static final String RECORDED = "recorded";

  @Activate
  public RestoreNote(BundleContext context, @Reference AuditTrail audit) throws IOException {
    this(StateFolder.of(context), audit);
  }

  RestoreNote(Path state, AuditTrail audit) throws IOException {
    Path file = state.resolve("restored.properties");
    if (!Files.exists(file)) {
      return;
    }
    Properties note = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      note.load(reader);
    }
    if (note.containsKey(RECORDED)) {
      return;
    }
    audit.record(
        AuditEntry.builder(new Actor("owner of the state folder", "shell"), "restore", "state")
            .before(note.getProperty("previous.data", ""))
            .after(note.getProperty("source", ""))
            .build());
    note.setProperty(RECORDED, "true");
    try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      note.store(writer, null);
    }
  }
}
