package souk.data.connector.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.data.api.LoadException;
import souk.data.spi.DataConnector;
import souk.data.spi.RecordSink;
import souk.data.spi.SourceSpec;
import souk.model.Refusal;

/** Reads files: delimited text, JSON lines, Parquet. Safe for use by many threads. */
@Component(
    service = DataConnector.class,
    configurationPid = "souk.data.connector.files",
    property = {
      "souk.role=DataConnector",
      "souk.strategy=files",
      "souk.version=1.0.0",
      "souk.builtin:Boolean=true",
      "souk.title=Files: CSV, JSON lines, Parquet"
    })
@Designate(ocd = FilesConnector.Config.class)
public final class FilesConnector implements DataConnector {
  /** Configuration. */
  @ObjectClassDefinition(
      name = "Souk files connector",
      description = "Reads CSV, JSON lines and Parquet files as a data source.")
  public @interface Config {
    @AttributeDefinition(
        name = "Largest unpacked file in bytes",
        description = "A gzip file that unpacks to more is refused.",
        min = "1",
        max = "9223372036854775807")
    long maxInflatedBytes() default 50_000_000_000L;

    @AttributeDefinition(
        name = "Largest unpacking ratio (factor)",
        description =
            "A gzip file that unpacks to more than this many bytes per byte read is refused once it is larger than 256 MiB.",
        min = "1",
        max = "1000000")
    long maxInflationRatio() default 200;

    @AttributeDefinition(
        name = "Folders",
        description =
            "Files may be read from these folders and below. Empty: from everywhere the platform may read.")
    String[] folders() default {};
  }

  private static final long GRACE_BYTES = 1L << 28;
  private final InflationLimit limit;
  private final AllowedFolders folders;

  @Activate
  public FilesConnector(Config config) {
    this(
        new InflationLimit(config.maxInflatedBytes(), GRACE_BYTES, config.maxInflationRatio()),
        new AllowedFolders(config.folders()));
  }

  FilesConnector(InflationLimit limit, AllowedFolders folders) {
    this.limit = limit;
    this.folders = folders;
  }

  @Override
  public Optional<Refusal> refuses(SourceSpec source) {
    try {
      FileOptions.of(source.options());
    } catch (LoadException e) {
      return Optional.of(new Refusal("known file options", e.getMessage()));
    }
    Path path;
    try {
      path = Path.of(source.location());
    } catch (InvalidPathException e) {
      return refusal("a path of a file", "\"%s\" is none".formatted(source.location()));
    }
    if (!path.isAbsolute()) {
      return refusal("an absolute path", "\"%s\" is relative".formatted(path));
    }
    if (!Files.exists(path)) {
      return refusal("a file that exists", "there is no " + path);
    }
    if (Files.isDirectory(path)) {
      return refusal("a file", path + " is a folder");
    }
    if (!Files.isRegularFile(path)) {
      return refusal("a regular file", path + " is none");
    }
    if (!Files.isReadable(path)) {
      return refusal("a file the platform may read", path + " is not readable for its user");
    }
    Optional<Refusal> outside = folders.refuses(path);
    return outside.isPresent() ? outside : refusesFormat(path, source);
  }

  @Override
  public String fingerprint(SourceSpec source) throws IOException {
    try (InputStream in = Files.newInputStream(Path.of(source.location()))) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return "sha256:" + HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  @Override
  public void read(SourceSpec source, RecordSink sink) throws IOException {
    FileOptions options = FileOptions.of(source.options());
    Path path = Path.of(source.location());
    switch (FileFormat.of(path, source.options())) {
      case CSV -> new DelimitedReader(path, options, limit, sink).read();
      case JSON_LINES -> new JsonLinesReader(path, options, limit, sink).read();
      case PARQUET -> new ParquetReader(path, sink).read();
    }
  }

  private static Optional<Refusal> refusesFormat(Path path, SourceSpec source) {
    try {
      FileFormat.of(path, source.options());
      return Optional.empty();
    } catch (LoadException e) {
      return Optional.of(new Refusal("options of its format", e.getMessage()));
    } catch (IOException e) {
      return Optional.of(new Refusal("a readable file", path + ": " + e.getMessage()));
    }
  }

  private static Optional<Refusal> refusal(String requirement, String found) {
    return Optional.of(new Refusal(requirement, found));
  }
}
