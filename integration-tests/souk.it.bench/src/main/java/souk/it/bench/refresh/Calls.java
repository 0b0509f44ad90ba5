package souk.it.bench.refresh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import souk.it.harness.Platform;
import souk.it.harness.Shop;

/** A shop in which every room has something to say, and the questions that it answers. */
public final class Calls {
  private Calls() {}

  /**
   * A question that changes nothing.
   *
   * @param same whether it must be answered as before, to the letter
   */
  public record Call(String method, String path, byte[] body, String role, boolean same) {
    static Call get(String path) {
      return new Call("GET", path, new byte[0], "reader", true);
    }

    Call moving() {
      return new Call(method, path, body, role, false);
    }

    public String name() {
      return method + " " + path.replaceAll("\\?.*", "");
    }
  }

  /** Work that is done as a job, such as learning a model of a table. */
  public record Work(String path, ObjectNode body) {}

  /** Loads, publishes, forecasts, scores and learns, so that there is something to ask for. */
  public static void open(Platform platform, Path folder) throws Exception {
    Shop.open(platform, folder);
    platform.job("/customers/scores/runs", Platform.object().put("horizonDays", 30));
    platform.job("/recommendations/runs", Platform.object());
    platform.job("/forecasts/runs", Platform.object().put("horizonWeeks", 4).put("items", 3));
    platform.job("/learning/adhoc", learning("plain-linear").put("keep", "visits"));
    String experiment = platform.get("/experiments").get(0).path("id").asText();
    platform.job("/experiments/" + experiment + "/evaluate", Platform.object());
  }

  /** What every caller asks in turn. */
  public static List<Call> of(Platform platform) throws Exception {
    List<Call> calls = new ArrayList<>();
    String customer = platform.get("/customers/scores?limit=1").at("/scores/0/customer").asText();
    String series = platform.get("/forecasts").path("series").get(0).asText();
    String plan = platform.get("/plans").get(0).path("id").asText();
    byte[] cart = Shop.cartWithOffer(platform, 3).toString().getBytes(StandardCharsets.UTF_8);
    for (String path :
        List.of(
            "/segments/customers/" + customer,
            "/customers/" + customer + "/score",
            "/recommendations?customer=" + customer + "&limit=2",
            "/forecasts/series/" + series,
            "/forecasts/models",
            "/responses",
            "/learning/models/visits",
            "/plans/" + plan,
            "/publications",
            "/offers/status",
            "/ledger",
            "/experiments",
            "/effects",
            "/loads",
            "/quality")) {
      calls.add(new Call("POST", "/quotes", cart, "till", false));
      calls.add(Call.get(path));
    }
    calls.add(Call.get("/strategies").moving());
    calls.add(Call.get("/decisions?kind=quote&limit=5").moving());
    return calls;
  }

  /** Work of one job each. */
  public static List<Work> work() {
    ObjectNode series = Platform.object().put("season", 4).put("horizon", 2);
    ObjectNode one = series.putArray("series").addObject().put("id", "s");
    for (int i = 0; i < 16; i++) {
      one.withArray("values").add(1 + i % 4);
    }
    ObjectNode trial = Platform.object();
    trial.putArray("columns").add("half");
    for (int row = 0; row < 400; row++) {
      boolean treated = row % 4 < 2;
      trial.withArray("rows").addArray().add(row % 2);
      trial.withArray("treated").add(treated);
      trial.withArray("outcome").add(treated && row % 2 == 1 && row % 3 > 0 ? 1 : row % 5 / 4);
    }
    ObjectNode ladder = Platform.object().put("budget", 10);
    ObjectNode item = ladder.putArray("items").addObject().put("id", "i");
    item.putArray("steps")
        .addObject()
        .put("price", 1)
        .put("profit", 2)
        .put("units", 3)
        .put("cost", 4);
    return List.of(
        new Work("/forecasts/adhoc", series),
        new Work("/learning/adhoc", learning("tribuo-logistic")),
        new Work("/uplift/estimates", trial),
        new Work("/ladders", ladder));
  }

  private static ObjectNode learning(String learner) {
    ObjectNode table =
        Platform.object().put("target", "bought").put("task", "CLASSIFY").put("draws", 20);
    ObjectNode pages = table.putArray("columns").addObject().put("name", "pages");
    ObjectNode bought = table.withArray("columns").addObject().put("name", "bought");
    for (int row = 0; row < 120; row++) {
      pages.withArray("figures").add(row % 20);
      bought.withArray("texts").add(row % 20 + row % 7 > 14 ? "yes" : "no");
    }
    table.putArray("learners").add(learner);
    return table;
  }

  /** The part of an answer that must not change while bundles are exchanged. */
  static String essence(Call call, JsonNode answer, String text) {
    if (call.path().equals("/quotes")) {
      return answer.path("lines") + " " + answer.path("applied").size();
    }
    return call.same() ? text : "";
  }
}
