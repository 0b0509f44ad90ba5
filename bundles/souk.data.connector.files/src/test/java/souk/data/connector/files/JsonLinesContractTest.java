package souk.data.connector.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import souk.data.spi.DataConnector;
import souk.data.spi.SourceSpec;
import souk.testkit.DataConnectorContract;

class JsonLinesContractTest extends DataConnectorContract {
  @TempDir Path folder;
  private int files;

  @Override
  protected DataConnector subject() {
    return new FilesConnector(new InflationLimit(1L << 32, 1 << 20, 200), new AllowedFolders());
  }

  @Override
  protected SourceSpec source(List<String> header, List<List<String>> rows) throws IOException {
    Path file = folder.resolve("source-" + ++files + ".jsonl");
    try (JsonGenerator json = new JsonFactory().createGenerator(Files.newBufferedWriter(file))) {
      json.setRootValueSeparator(new com.fasterxml.jackson.core.io.SerializedString("\n"));
      for (List<String> row : rows) {
        json.writeStartObject();
        for (int i = 0; i < row.size(); i++) {
          json.writeStringField(header.get(i), row.get(i));
        }
        json.writeEndObject();
      }
    }
    return new SourceSpec(file.toString(), Map.of());
  }

  @Override
  protected SourceSpec missing() {
    return new SourceSpec(folder.resolve("missing.jsonl").toString(), Map.of());
  }
}
