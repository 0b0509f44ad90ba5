package souk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesFileTest {
  @TempDir private Path folder;

  private JsonNode series(String text, int horizon) throws IOException {
    Path file = Files.writeString(folder.resolve("in.csv"), text);
    ObjectNode body = Api.object();
    return new SeriesFile(file, horizon).series(body);
  }

  @Test
  void groupsInterleavedSeriesInFileOrder() throws IOException {
    JsonNode all = series("series,time,value\nb,1,1\na,1,10\nb,2,2\na,2,20\n", 1);
    assertEquals("b", all.get(0).get("id").asText());
    assertEquals("[1.0,2.0]", all.get(0).get("values").toString());
    assertEquals("[10.0,20.0]", all.get(1).get("values").toString());
  }

  @Test
  void futureLinesCarryCovariatesOnly() throws IOException {
    JsonNode one = series("series,time,value,promo\na,1,5,0\na,2,6,1\na,3,,1\na,4,,0\n", 2).get(0);
    assertEquals("[5.0,6.0]", one.get("values").toString());
    assertEquals("[0.0,1.0,1.0,0.0]", one.get("covariates").get("promo").toString());
  }

  @Test
  void covariatesThatEndEarlyAreNamedWithFigures() {
    String message =
        assertThrows(
                CliFailure.class, () -> series("series,time,value,promo\na,1,5,0\na,2,,1\n", 3))
            .getMessage();
    assertTrue(message.contains("1 steps ahead, the horizon is 3"), message);
  }

  @Test
  void aValueAfterAGapIsRefused() {
    String message =
        assertThrows(CliFailure.class, () -> series("series,time,value\na,1,\na,2,3\n", 1))
            .getMessage();
    assertTrue(message.contains("line 3"), message);
  }
}
