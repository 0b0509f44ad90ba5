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
import souk.edge.webconsole.Samples;
import souk.edge.webconsole.Trying;
import souk.edge.webconsole.Work;

/** The page Models in a real framework with a real server. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ModelsPageTest {
  private static final String PAGE = "souk-models";

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
  void whatIsMissingOrDamagedIsSaid() throws Exception {
    assertTrue(admin.look("?lang=en").contains("No model is kept yet"));
    assertTrue(admin.look("?lang=zh").contains("尚未保存任何模型"));
    console.learned.damaged = true;
    String page = admin.look("?lang=en");
    console.learned.damaged = false;
    console.learned.kept = true;
    assertTrue(page.contains("&lt;i&gt;cut&lt;/i&gt;"), page);
    assertTrue(admin.look("?lang=en&model=x").contains("There is no model x"));
    assertTrue(admin.look("?lang=en&version=9").contains("There is no version 9 of visits"));
    assertTrue(admin.look("?lang=zh&version=9").contains("没有版本 9（visits）"));
  }

  @Test
  @Order(2)
  void theChampionIsShownWithWhereItComesFromAndHowGoodItIs() throws Exception {
    String page = admin.look("?lang=en");
    assertTrue(page.contains("Version 2 of visits"), page);
    assertTrue(page.contains("222222222222…") && page.contains("<dd>bought</dd>"), page);
    assertTrue(page.contains("[0.6800, 0.7200]") && page.contains("newMeasure"), page);
    assertTrue(page.contains("predicted 10 %, happened 12 %, 120 rows"), page);
    assertTrue(page.contains("&lt;i&gt;month&lt;/i&gt;"), page);
    assertFalse(page.contains("NaN"), page);
    assertFalse(page.contains("id=\"curve\""), page);
    assertEquals(2, page.split("badge \">challenger", -1).length - 1, page);
    assertTrue(page.contains("Archived versions (1)"), page);
  }

  @Test
  @Order(3)
  void aTrainingInEpochsHasACurve() throws Exception {
    String page = admin.look("?lang=en&version=3");
    assertTrue(page.contains("id=\"curve\"") && page.contains("epoch 2: 0.4800"), page);
    assertFalse(page.contains("NaN"), page);
    page = admin.look("?lang=en&version=1");
    assertTrue(page.contains("&lt;b&gt;old&lt;/b&gt;"), page);
    assertFalse(page.contains("id=\"calibration\""), page);
  }

  @Test
  @Order(4)
  void twoVersionsAreCompared() throws Exception {
    String page = admin.look("?lang=en&first=2&second=4");
    String compared = page.substring(page.indexOf("id=\"compare\""));
    assertTrue(compared.contains("badge done\">better"), compared);
    assertTrue(compared.contains("badge \">no different"), compared);
    assertTrue(compared.contains("did not learn from the same data"), compared);
    compared = admin.look("?lang=en&first=4&second=2");
    assertTrue(compared.contains("badge failed\">worse"), compared);
  }

  @Test
  @Order(5)
  void aVersionIsPromotedAndRolledBackWithAReason() throws Exception {
    assertTrue(
        admin.press("action=promote&model=visits&version=4").contains("Please give a reason"));
    assertTrue(
        admin.press("action=promote&model=visits&version=9&reason=x").contains("no version 9"));
    String page = admin.press("action=promote&model=visits&version=4&reason=sharper");
    assertTrue(page.contains("Version 4 of visits serves from now on"), page);
    assertTrue(admin.look("?lang=en").contains("Version 4 of visits"));
    page = admin.press("action=roll-back&model=visits&reason=worse+at+night");
    assertTrue(page.contains("The champion of visits before the last one serves again"), page);
    assertTrue(admin.look("?lang=en").contains("Version 2 of visits"));
  }
}
