package souk.data.connector.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import souk.data.spi.DataConnector;
import souk.data.spi.SourceSpec;
import souk.testkit.DataConnectorContract;

class FilesConnectorContractTest extends DataConnectorContract {
  @TempDir Path folder;
  private int files;

  @Override
  protected DataConnector subject() {
    return new FilesConnector(new InflationLimit(1L << 32, 1 << 20, 200), new AllowedFolders());
  }

  @Override
  protected SourceSpec source(List<String> header, List<List<String>> rows) throws IOException {
    List<List<String>> all = new ArrayList<>();
    all.add(header);
    all.addAll(rows);
    String text =
        all.stream()
            .map(row -> row.stream().map(this::quoted).collect(Collectors.joining(",")))
            .collect(Collectors.joining("\r\n"));
    Path file = Files.writeString(folder.resolve("source-" + ++files + ".csv"), text);
    return new SourceSpec(file.toString(), Map.of());
  }

  @Override
  protected SourceSpec missing() {
    return new SourceSpec(folder.resolve("missing.csv").toString(), Map.of());
  }

  private String quoted(String field) {
    return "\"" + field.replace("\"", "\"\"") + "\"";
  }
}
