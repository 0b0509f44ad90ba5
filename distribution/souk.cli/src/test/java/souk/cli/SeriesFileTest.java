package souk.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SeriesFileTest {
  @TempDir private Path folder;

  private SeriesSet read(String text, int horizon, Gaps gaps, String... columns)
      throws IOException {
    Path file = Files.writeString(folder.resolve("in.csv"), text);
    SeriesColumns named = new SeriesColumns();
    new CommandLine(CommandLine.Model.CommandSpec.forAnnotatedObject(named)).parseArgs(columns);
    return SeriesFile.read(file, named).prepare(horizon, gaps);
  }

  private List<OneSeries> series(String text, int horizon) throws IOException {
    return read(text, horizon, Gaps.INTERPOLATE).series();
  }

  private String refusal(String text, int horizon) {
    CliFailure failure = assertThrows(CliFailure.class, () -> series(text, horizon));
    assertEquals(ExitCode.USAGE, failure.code());
    assertTrue(failure.getMessage().contains("in.csv"), failure.getMessage());
    return failure.getMessage();
  }

  private static void says(String message, String... parts) {
    for (String part : parts) {
      assertTrue(message.contains(part), message);
    }
  }

  @Test
  void groupsInterleavedSeriesInFileOrder() throws IOException {
    List<OneSeries> all = series("series,time,value\nb,1,1\na,1,10\nb,2,2\na,2,20\n", 1);
    assertEquals("b", all.get(0).id());
    assertArrayEquals(new double[] {1, 2}, all.get(0).values());
    assertArrayEquals(new double[] {10, 20}, all.get(1).values());
  }

  @Test
  void sortsByTime() throws IOException {
    List<OneSeries> all = series("series,time,value\na,2024-03,3\na,2024-01,1\na,2024-02,2\n", 1);
    assertArrayEquals(new double[] {1, 2, 3}, all.get(0).values());
  }

  @Test
  void futureLinesCarryCovariatesOnly() throws IOException {
    OneSeries one = series("series,time,value,promo\na,1,5,0\na,2,6,1\na,3,,1\na,4,,0\n", 2).get(0);
    assertArrayEquals(new double[] {5, 6}, one.values());
    assertArrayEquals(new double[] {0, 1, 1, 0}, one.covariates()[0]);
  }

  @Test
  void moreFutureThanTheHorizonIsCut() throws IOException {
    OneSeries one = series("series,time,value,promo\na,1,5,0\na,2,,1\na,3,,7\n", 1).get(0);
    assertArrayEquals(new double[] {0, 1}, one.covariates()[0]);
  }

  @Test
  void covariatesWithoutFutureAreLeftOutEvenIfTheyAreTexts() throws IOException {
    SeriesSet set = read("series,time,value,shop\na,1,5,north\na,2,6,north\n", 2, Gaps.INTERPOLATE);
    assertEquals(0, set.series().get(0).covariates().length);
    assertEquals(List.of(), set.covariates());
    assertEquals(List.of("shop"), set.attributes());
  }

  @Test
  void aTextThatVariesWithinASeriesIsNamed() {
    says(
        refusal("series,time,value,shop\na,1,5,north\na,2,,south\n", 1),
        "line 2",
        "shop",
        "\"north\"",
        "--ignore shop");
  }

  /** The store of a series is no covariate, but a pooled model learns from it. */
  @Test
  void aTextThatHoldsForAWholeSeriesIsAnAttribute() throws IOException {
    SeriesSet set =
        read(
            "series,time,value,shop,promo\na,1,5,north,0\na,2,,,1\nb,1,4,7,0\nb,2,,7,0\n",
            1,
            Gaps.INTERPOLATE);
    assertEquals(List.of("promo"), set.covariates());
    assertEquals(List.of("shop"), set.attributes());
    assertEquals(Map.of("shop", "north"), set.series().get(0).attributes());
    assertEquals(Map.of("shop", "7"), set.series().get(1).attributes());
    assertArrayEquals(new double[] {0, 1}, set.series().get(0).covariates()[0]);
  }

  @Test
  void covariatesThatEndEarlyAreNamedWithFigures() {
    says(
        refusal("series,time,value,promo\na,1,5,0\na,2,,1\n", 3),
        "1 steps ahead, the horizon is 3");
  }

  @Test
  void otherNamesAndSeveralIdColumns() throws IOException {
    OneSeries one =
        read(
                "ds;store;sku;y\n2024-01-01;北京;茶;1\n2024-01-02;北京;茶;2\n",
                1,
                Gaps.REFUSE,
                "--id",
                "store,sku",
                "--time",
                "ds",
                "--value",
                "y")
            .series()
            .get(0);
    assertEquals("北京/茶", one.id());
    assertArrayEquals(new double[] {1, 2}, one.values());
  }

  @Test
  void aMarkOfSpreadsheetsIsNoPartOfTheFirstColumn() throws IOException {
    assertEquals("茶", series("\uFEFFseries,time,value\n茶,1,1\n", 1).get(0).id());
  }

  @Test
  void oneLineIsASeries() throws IOException {
    assertArrayEquals(
        new double[] {7}, series("series,time,value\na,2024-01-01,7\n", 1).get(0).values());
  }

  @Test
  void negativeAndHugeValuesAreTaken() throws IOException {
    OneSeries one = series("series,time,value\na,1,-1e300\na,3,1e300\n", 1).get(0);
    assertTrue(one.negative());
    OneSeries gap = series("series,time,value\na,1,-1e308\na,2,\na,3,1e308\n", 1).get(0);
    assertEquals(0, gap.values()[1]);
  }

  @ParameterizedTest
  @CsvSource({
    "INTERPOLATE, '1.0,2.0,3.0,5.0'",
    "ZERO,        '1.0,0.0,3.0,5.0'",
    "CONSECUTIVE, '1.0,3.0,5.0'"
  })
  void gapsAreFilledAsAsked(Gaps gaps, String expected) throws IOException {
    String text =
        "series,time,value\na,2024-01,1\na,2024-03,3\na,2024-04,5\nb,2024-01,1\nb,2024-02,1\n";
    SeriesSet set = read(text, 1, gaps);
    assertEquals(expected, join(set.series().get(0).values()));
    assertEquals(gaps == Gaps.CONSECUTIVE ? 0 : 1, set.filled());
  }

  private static String join(double[] values) {
    return java.util.Arrays.stream(values)
        .mapToObj(Double::toString)
        .collect(java.util.stream.Collectors.joining(","));
  }

  @Test
  void gapsAreRefusedWithTheFirstIfAsked() {
    CliFailure failure =
        assertThrows(
            CliFailure.class,
            () ->
                read(
                    "series,time,value\na,2024-01-01,1\na,2024-01-02,1\na,2024-01-05,1\n",
                    1,
                    Gaps.REFUSE));
    says(failure.getMessage(), "2 of 5 steps", "2024-01-03", "--gaps zero");
  }

  @Test
  void anEmptyValueBetweenValuesIsAGap() throws IOException {
    OneSeries one = series("series,time,value\na,1,1\na,2,\na,3,3\n", 1).get(0);
    assertArrayEquals(new double[] {1, 2, 3}, one.values());
  }

  @Test
  void aTimeGivenTwiceIsNamedWithBothLines() {
    says(
        refusal("series,time,value\na,2024-01-01,1\nb,2024-01-01,1\na,2024-01-01,2\n", 1),
        "line 4",
        "column time",
        "\"2024-01-01\"",
        "first on line 2");
    says(
        refusal("series,time,value\na,one,1\na,two,1\na,one,2\n", 1),
        "line 4",
        "\"one\"",
        "line 2");
  }

  @ParameterizedTest
  @CsvSource({
    "NaN, Maybe it is missing",
    "NA, Maybe it is missing",
    "inf, Maybe it is missing",
    "1e999, finite",
    "twelve, finite",
    "'1.234,5', finite"
  })
  void valuesThatAreNoNumbersAreNamed(String value, String hint) {
    says(
        refusal("series,time,value\na,1,1\na,2,\"" + value + "\"\n", 1),
        "line 3",
        "column value",
        '"' + value + '"',
        hint);
  }

  @Test
  void aTimeOfAnotherKindIsNamed() {
    says(
        refusal("series,time,value\na,2024-01-01,1\na,yesterday,1\n", 1),
        "line 3",
        "\"yesterday\"",
        "kind day");
    says(refusal("series,time,value\na,2024-02-30,1\na,2024-02-01,1\n", 1), "line 2");
  }

  @Test
  void aSeriesWithoutNameValueOrColumnIsRefused() {
    says(refusal("series,time,value\n ,1,1\n", 1), "line 2", "names no series");
    says(refusal("series,time,value\na,1,\na,2,\n", 1), "no value on its 2 lines");
    says(refusal("id,time,value\na,1,1\n", 1), "no column series", "--id");
    says(refusal("series,time,value\n", 1), "no data line");
    says(refusal("", 1), "no data line");
    says(refusal("series,time,value\na,1\n", 1), "line 2");
    says(refusal("series,time,value\n" + "x".repeat(201) + ",1,1\n", 1), "line 2", "200");
  }

  @Test
  void timesThatAreNotEquallySpacedAreRefusedWithFigures() {
    StringBuilder text = new StringBuilder("series,time,value\n");
    for (int i = 0; i < 20; i++) {
      text.append("a,").append(i * i * i * 997 + 1).append(",1\n");
    }
    says(refusal(text.toString(), 1), "not equally spaced", "20 lines", "--gaps consecutive");
  }

  /** Each series is a small part of the file; none may take room for all. */
  @Test
  void fiveThousandSeriesAreReadInOrder() throws IOException {
    StringBuilder text = new StringBuilder("series,time,value,price\n");
    for (int week = 0; week < 60; week++) {
      for (int i = 0; i < 5_000; i++) {
        text.append("S").append(i).append(',').append(week).append(',').append(week % 7);
        text.append(",2.5\n");
      }
    }
    SeriesSet set = read(text.toString(), 1, Gaps.REFUSE);
    assertEquals(5_000, set.series().size());
    assertEquals("S4999", set.series().get(4_999).id());
    assertEquals(60, set.series().get(4_999).values().length);
  }
}
