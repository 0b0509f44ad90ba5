package souk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeScaleTest {
  @TempDir private Path folder;

  private SeriesSet read(String... times) throws IOException {
    StringBuilder text = new StringBuilder("series,time,value\n");
    for (String time : times) {
      text.append("a,").append(time).append(",1\n");
    }
    Path file = Files.writeString(folder.resolve("in.csv"), text);
    return SeriesFile.read(file, new SeriesColumns()).prepare(1, Gaps.REFUSE);
  }

  @ParameterizedTest
  @CsvSource({
    "2023-12-31;2024-01-01, DAY, 2023-12-31",
    "2024/1/1;2024/1/2, DAY, 2024-01-01",
    "20231231;20240101, DAY, 2023-12-31",
    "2024-01-01T00:00;2024-01-02T00:00, DAY, 2024-01-01",
    "2024-01-01;2024-01-08, WEEK, 2024-01-01",
    "2020-W53;2021-W01, WEEK, 2020-12-28",
    "202052;202053;202101, WEEK, 2020-12-21",
    "2023-12;2024-01, MONTH, 2023-12-01",
    "202312;202401, MONTH, 2023-12-01",
    "2024-01-31;2024-02-29;2024-03-31, MONTH, 2024-01-01",
    "2023-11-15;2023-12-15;2024-01-15, MONTH, 2023-11-01",
    "2023-Q4;2024Q1, QUARTER, 2023-10-01",
    "2023-10-01;2024-01-01, QUARTER, 2023-10-01",
    "2023-01-01;2024-01-01, YEAR, 2023-01-01"
  })
  void stepsWithoutGapsAreKnown(String times, String frequency, String origin) throws IOException {
    TimeScale scale = read(times.split(";")).scale().orElseThrow();
    assertEquals(Optional.of(frequency), scale.frequency());
    assertEquals(origin, scale.origin().orElseThrow().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "1;2;3, number",
    "2020;2021;2022, number",
    "0;10;20;30, 10 number",
    "2024-01-01T00:00:00;2024-01-01T01:00:00, 3600 second",
    "2024-01-01 23:30;2024-01-02 00:00, 1800 second"
  })
  void otherStepsHaveNoDate(String times, String unit) throws IOException {
    TimeScale scale = read(times.split(";")).scale().orElseThrow();
    assertEquals(unit, scale.unit());
    assertEquals(Optional.empty(), scale.frequency());
  }

  @Test
  void workdaysHaveNoGapAtTheWeekend() throws IOException {
    String[] days = {
      "2024-01-01",
      "2024-01-02",
      "2024-01-03",
      "2024-01-04",
      "2024-01-05",
      "2024-01-08",
      "2024-01-09",
      "2024-01-10",
      "2024-01-11",
      "2024-01-12",
      "2024-01-15"
    };
    SeriesSet set = read(days);
    assertEquals("workday", set.scale().orElseThrow().unit());
    assertEquals(11, set.series().get(0).values().length);
  }

  @Test
  void textsKeepTheirOrder() throws IOException {
    SeriesSet set = read("spring", "summer", "autumn", "winter");
    assertEquals(4, set.series().get(0).values().length);
    assertEquals(Optional.empty(), set.scale());
  }

  @Test
  void seriesThatBeginLaterStandLater() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("late.csv"),
            "series,time,value\na,2024-01,1\na,2024-02,1\nb,2024-03,1\nb,2024-04,2\n");
    SeriesSet set = SeriesFile.read(file, new SeriesColumns()).prepare(1, Gaps.REFUSE);
    assertEquals(0, set.series().get(0).firstStep());
    assertEquals(2, set.series().get(1).firstStep());
  }
}
