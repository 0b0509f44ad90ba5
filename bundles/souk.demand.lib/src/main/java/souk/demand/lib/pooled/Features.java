package souk.demand.lib.pooled;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import souk.demand.lib.pooled.PooledPanel.Group;

/**
 * What a model sees of (series, origin, step): only units up to the origin, but prices, flags and
 * calendar of the step itself. Read-only after construction, safe for use by many threads.
 */
final class Features {
  private static final int RECENT = 26;

  private final PooledPanel panel;
  private final boolean drivers;
  private final float[][] effect;
  private final float[][] calendar;
  private final Levels levels;
  private final LiftMemory lifts;
  private final GroupIndex[] groups = new GroupIndex[Group.values().length];
  private final Rivals rivals;
  private final Drivers promotion;
  private final List<String> names = new ArrayList<>();

  Features(PooledPanel panel, boolean drivers) {
    this.panel = panel;
    this.drivers = drivers;
    this.promotion = new Drivers(panel);
    PromotionEffects effects = PromotionEffects.fit(panel, drivers);
    this.effect = new float[panel.size()][];
    this.calendar = new float[panel.size()][];
    for (int s = 0; s < effect.length; s++) {
      effect[s] = effects.of(s);
      calendar[s] = effects.ofCalendar(s);
    }
    this.levels = new Levels(panel, effect, calendar);
    this.lifts = new LiftMemory(panel, levels);
    for (Group group : Group.values()) {
      groups[group.ordinal()] = new GroupIndex(panel, levels, group);
    }
    this.rivals = new Rivals(panel, effect);
    int known = Math.min(panel.known(), panel.steps()) - 1;
    fill(new Row(Optional.of(names), new float[512]), 0, known, known);
  }

  List<String> names() {
    return names;
  }

  /** First step of the series with known units; the number of known steps if there is none. */
  int first(int s) {
    return levels.first[s];
  }

  boolean isPromoted(int s, int step) {
    return drivers && promotion.isPromoted(s, step);
  }

  /** Where the trees start: the level at the origin times the effects of drivers and calendar. */
  double start(int s, int origin, int step) {
    double level = origin < 0 ? levels.expected[s] : levels.middle[s][origin];
    return Math.max(level, 1e-4 * levels.expected[s])
        * StrictMath.exp(effect[s][step] + calendar[s][step]);
  }

  /** Fills one value per name. */
  void fill(float[] out, int s, int origin, int step) {
    fill(new Row(Optional.empty(), out), s, origin, step);
  }

  private static final class Row {
    private final Optional<List<String>> names;
    private final float[] out;
    private int at;

    Row(Optional<List<String>> names, float[] out) {
      this.names = names;
      this.out = out;
    }

    void put(String name, double value) {
      if (names.isPresent()) {
        names.get().add(name);
      }
      out[at++] = (float) value;
    }
  }

  private void fill(Row row, int s, int o, int t) {
    row.put("horizon", t - o);
    history(row, s, o);
    lastYear(row, s, o, t);
    for (Group group : Group.values()) {
      row.put("momentum of " + group, groups[group.ordinal()].momentum(panel.code(group, s), o));
    }
    float[][] columns = panel.calendar();
    for (int c = 0; c < columns.length; c++) {
      row.put("calendar " + c, columns[c][t]);
    }
    float[] attributes = panel.series(s).attributes();
    for (int a = 0; a < attributes.length; a++) {
      row.put("attribute " + a, attributes[a]);
    }
    row.put("category", panel.code(Group.CATEGORY, s));
    if (drivers) {
      drivers(row, s, o, t);
    }
  }

  private void history(Row row, int s, int o) {
    float level = levels.middle[s][o];
    row.put("level", StrictMath.log(level + 1e-3));
    row.put("level by product and store", Logs.ratio(level, levels.expected[s]));
    row.put("fast level", Logs.ratio(levels.fast[s][o], level));
    row.put("slow level", Logs.ratio(levels.slow[s][o], level));
    double squares = 0;
    int seen = 0;
    int zeros = 0;
    int lag = 0;
    float[] last = new float[3];
    Arrays.fill(last, Float.NaN);
    int sinceLast = RECENT;
    for (int t = o; t > Math.max(-1, o - RECENT); t--) {
      float value = levels.adjusted[s][t];
      if (value >= 0) {
        sinceLast = Math.min(sinceLast, o - t);
        double deviation = Logs.ratio(value, level);
        if (!Double.isNaN(deviation)) {
          if (lag < last.length) {
            last[lag++] = (float) deviation;
          }
          squares += deviation * deviation;
        }
        zeros += value == 0 ? 1 : 0;
        seen++;
      }
    }
    row.put("last", last[0]);
    row.put("last but one", last[1]);
    row.put("last but two", last[2]);
    row.put("deviation", seen > 1 ? StrictMath.sqrt(squares / seen) : Float.NaN);
    row.put("share known", seen / (double) RECENT);
    row.put("share of zeros", seen > 0 ? zeros / (double) seen : Float.NaN);
    row.put("steps since last known", sinceLast);
    row.put("age", Math.min(104, o - levels.first[s]));
  }

  private void lastYear(Row row, int s, int o, int t) {
    int year = panel.timing().year();
    if (year > 0) {
      int then = t - year;
      int from = o - year;
      boolean seen = then > 0 && then < levels.adjusted[s].length && from >= levels.first[s];
      row.put(
          "growth a year ago",
          seen
              ? Logs.ratio(Logs.around(levels.adjusted[s], then), levels.middle[s][from])
              : Float.NaN);
      for (Group group : Group.values()) {
        row.put(
            "growth a year ago of " + group,
            then > 0 && then < panel.known()
                ? groups[group.ordinal()].growth(panel.code(group, s), then, from)
                : Float.NaN);
      }
    }
    int cycle = panel.timing().cycle();
    if (cycle > 1) {
      row.put("phase", Math.floorMod(t, cycle));
      double sum = 0;
      int seen = 0;
      for (int k = 0, u = o - Math.floorMod(o - t, cycle); k < 5 && u >= 0; k++, u -= cycle) {
        if (levels.adjusted[s][u] >= 0) {
          sum += levels.adjusted[s][u];
          seen++;
        }
      }
      row.put(
          "same phase",
          seen == 0 ? Float.NaN : Logs.ratio((float) (sum / seen), levels.middle[s][o]));
    }
  }

  private void drivers(Row row, int s, int o, int t) {
    float[] ratio = panel.ratio(s);
    boolean priced = ratio.length > 0;
    row.put("effect", effect[s][t]);
    row.put("price ratio", priced ? ratio[t] : Float.NaN);
    row.put("price ratio before", priced && t > 0 ? ratio[t - 1] : Float.NaN);
    float[] price = panel.series(s).price();
    float[] base = panel.series(s).basePrice();
    row.put("price", priced ? price[t] : Float.NaN);
    float usual = base.length == 0 ? Float.NaN : Logs.around(base, Math.max(0, o - 6));
    row.put("base price move", base.length == 0 ? Float.NaN : Logs.ratio(base[t], usual));
    for (int k = 0; k < panel.series(s).flags().length; k++) {
      row.put("flag " + k, panel.series(s).flags()[k][t]);
    }
    row.put("effect before", t > 0 ? effect[s][t - 1] : Float.NaN);
    row.put("effect two before", t > 1 ? effect[s][t - 2] : Float.NaN);
    row.put("effect next", t + 1 < panel.steps() ? effect[s][t + 1] : Float.NaN);
    double recent = 0;
    int since = 0;
    boolean found = false;
    for (int u = t - 1; u >= Math.max(0, t - 13); u--) {
      recent += u >= t - 4 ? effect[s][u] : 0;
      found |= promotion.isPromoted(s, u);
      since += found ? 0 : 1;
    }
    row.put("effect of four before", recent);
    row.put("steps since promotion", since);
    row.put("surprise of series", lifts.ofSeries(s, o, t));
    row.put("surprise of product", lifts.ofProduct(s, o, t));
    row.put("rivals", rivals.at(s, t));
    row.put("rivals at origin", rivals.mean(s, o));
  }
}
