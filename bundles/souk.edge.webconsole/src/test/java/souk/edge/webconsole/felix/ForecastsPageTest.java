package souk.edge.webconsole.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import souk.demand.api.ForecastRequest;
import souk.edge.webconsole.Samples;
import souk.edge.webconsole.Trying;
import souk.edge.webconsole.Work;
import souk.kernel.api.Progress;

/** The page Forecasts in a real framework with a real server. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ForecastsPageTest {
  private static final String PAGE = "souk-forecasts";

  @TempDir static Path state;
  private static ConsoleFelix console;
  private static Administrator admin;

  @BeforeAll
  static void start() throws Exception {
    console =
        new ConsoleFelix(state, new Samples(), new Work(), new Trying(), ConsoleFelix.freePort());
    admin = Administrator.of(console, state, PAGE);
  }

  @AfterAll
  static void stop() throws Exception {
    console.close();
  }

  @Test
  @Order(1)
  void whatIsMissingIsSaid() throws Exception {
    assertTrue(admin.look("?lang=en").contains("There are no sales yet"));
    console.demand.loaded = true;
    assertTrue(admin.look("?lang=en").contains("There is no forecast yet"));
    assertTrue(admin.look("?lang=zh").contains("尚无预测"));
  }

  @Test
  @Order(2)
  void aForecastIsStartedWithAReason() throws Exception {
    console.demand.loaded = true;
    assertTrue(admin.press("action=run&weeks=8&items=200").contains("Please give a reason"));
    assertTrue(admin.press("action=run&weeks=0&items=200&reason=x").contains("1 to 104 weeks"));
    assertTrue(
        admin.press("action=run&weeks=8&items=200&reason=new+sales").contains("Started as job"));
  }

  @Test
  @Order(3)
  void anArticleIsFoundByWordsAndCategory() throws Exception {
    forecast();
    String all = admin.look("?lang=en");
    assertTrue(all.contains("13 articles"), all);
    assertTrue(all.contains("&lt;i&gt;Green&lt;/i&gt; teapot"), all);
    assertFalse(all.contains("<i>Green"), all);
    assertTrue(all.contains("from=8"), all);
    String found = admin.look("?lang=en&words=MUG+a101");
    assertTrue(found.contains("1 articles") && found.contains("Mug 1 (A101)"), found);
    assertTrue(admin.look("?lang=en&category=Tea").contains("7 articles"));
    assertTrue(admin.look("?lang=en&words=nothing").contains("No article of the forecast fits"));
    assertTrue(admin.look("?lang=en&article=X").contains("There is no forecast of the article X"));
  }

  @Test
  @Order(4)
  void historyAndIntervalsAreDrawnAndGivenInFigures() throws Exception {
    forecast();
    String page = admin.look("?lang=en&article=A100");
    assertEquals(2, page.split("<svg class=\"time-chart", -1).length - 1);
    assertTrue(page.contains("class=\"band band0\"") && page.contains("class=\"band band1\""));
    assertTrue(page.contains("<title>2025-12-22: 123</title>"), page);
    assertTrue(page.contains("80 % interval") && page.contains("50 % interval"), page);
    assertTrue(page.contains("ETS(A,N,N)"));
    assertTrue(page.contains("Expected in 8 weeks</dt><dd>800"), page);
    String csv = admin.get(PAGE + "/forecast.csv?article=A100").body();
    assertEquals(9, csv.lines().count());
    assertTrue(csv.contains("series,from,mean,q0.1,q0.25,q0.5,q0.75,q0.9"), csv);
    assertTrue(csv.contains("A100,2025-12-29,100.0,80.0,90.0,100.0,110.0,120.0"), csv);
  }

  @Test
  @Order(5)
  void theBacktestIsATableWithoutNonsense() throws Exception {
    forecast();
    console.demand.compared = false;
    String page = admin.look("?lang=en");
    assertTrue(page.contains("13 series from 4 points in the past, 8 weeks ahead"), page);
    assertTrue(page.contains("61.0 %") && page.contains("-13.0 %") && page.contains("82.1 %"));
    assertTrue(page.contains("&lt;b&gt;theta"));
    assertTrue(page.contains("no comparison by category"), page);
    assertFalse(page.contains("NaN"), page);
    console.demand.compared = true;
    page = admin.look("?lang=en");
    assertTrue(page.contains("1.234") && page.contains("12.34"), page);
    assertTrue(page.contains("Smallest WAPE.") && page.contains("&lt;b&gt;theta&lt;/b&gt; 62.0 %"));
    assertTrue(admin.look("?lang=zh").contains("冠军与挑战者"));
  }

  @Test
  @Order(6)
  void salesAreTakenApart() throws Exception {
    forecast();
    assertTrue(admin.look("?lang=en&article=A100").contains("Sales were not taken apart yet"));
    String told = admin.press("action=decompose&items=100&reason=to+see");
    assertTrue(told.contains("Started as job"), told);
    console.parts.run(1, Progress.none());
    String page = admin.look("?lang=en&article=A100");
    assertTrue(page.contains("class=\"band lift\"") && page.contains("class=\"band dip\""), page);
    assertTrue(page.contains("10,355") && page.contains("One week had nothing to sell."), page);
    assertTrue(page.contains("<title>2025-12-15: nothing to sell</title>"), page);
    assertTrue(admin.look("?lang=en&article=A101").contains("This article was not taken apart"));
  }

  @Test
  @Order(7)
  void driftIsNamedByCategory() throws Exception {
    forecast();
    assertTrue(admin.look("?lang=en").contains("Not checked yet"));
    assertTrue(admin.press("action=check&reason=monday").contains("Started as job"));
    console.watch.check(Progress.none());
    String page = admin.look("?lang=en");
    assertTrue(page.contains("refit due") && page.contains("Forecast Tea anew."), page);
    assertTrue(page.contains("9.50 of 8.00") && page.contains("all articles"), page);
  }

  private static void forecast() {
    console.demand.loaded = true;
    console.demand.run(new ForecastRequest(8, 200, false, 1), Progress.none());
  }
}
