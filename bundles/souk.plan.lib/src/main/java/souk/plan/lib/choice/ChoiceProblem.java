package souk.plan.lib.choice;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A ladder problem: each item takes exactly one of its steps so that the summed profit is greatest
 * while the summed cost stays within the budget and, if asked for, the summed units reach a
 * minimum.
 *
 * <p>Profit, cost, budget share one money unit chosen by the caller; units are pieces. Steps are
 * held in flat arrays in the order in which they were added; step {@code j} of item {@code i} lies
 * at {@code offset(i) + j}. Immutable and safe for use by many threads once built.
 */
public final class ChoiceProblem {
  private static final double LARGEST = 1e15;

  final String[] ids;
  final int[] offsets;
  final double[] price;
  final double[] profit;
  final double[] units;
  final double[] cost;
  final double budget;
  final double minimumUnits;

  private ChoiceProblem(Builder b) {
    ids = b.idToIndex.keySet().toArray(new String[0]);
    for (Map.Entry<String, Integer> e : b.idToIndex.entrySet()) {
      ids[e.getValue()] = e.getKey();
    }
    offsets = Arrays.copyOf(b.offsets, ids.length + 1);
    offsets[ids.length] = b.steps;
    price = Arrays.copyOf(b.price, b.steps);
    profit = Arrays.copyOf(b.profit, b.steps);
    units = Arrays.copyOf(b.units, b.steps);
    cost = Arrays.copyOf(b.cost, b.steps);
    budget = b.budget;
    minimumUnits = b.minimumUnits;
  }

  public static Builder builder() {
    return new Builder();
  }

  public int items() {
    return ids.length;
  }

  public int steps() {
    return price.length;
  }

  public int steps(int item) {
    return offsets[item + 1] - offsets[item];
  }

  public int offset(int item) {
    return offsets[item];
  }

  public String id(int item) {
    return ids[item];
  }

  public double price(int item, int step) {
    return price[offsets[item] + step];
  }

  public double profit(int item, int step) {
    return profit[offsets[item] + step];
  }

  public double units(int item, int step) {
    return units[offsets[item] + step];
  }

  public double cost(int item, int step) {
    return cost[offsets[item] + step];
  }

  /** The budget; positive infinity when none was set. */
  public double budget() {
    return budget;
  }

  /** The units the plan must reach; zero when none was set. */
  public double minimumUnits() {
    return minimumUnits;
  }

  /** Collects items and steps and refuses values no plan can be made from. Not thread-safe. */
  public static final class Builder {
    private final Map<String, Integer> idToIndex = new HashMap<>();
    private int[] offsets = new int[16];
    private double[] price = new double[64];
    private double[] profit = new double[64];
    private double[] units = new double[64];
    private double[] cost = new double[64];
    private int steps;
    private double budget = Double.POSITIVE_INFINITY;
    private double minimumUnits;
    private String current = "";

    private Builder() {}

    /**
     * Opens the next item; the following {@link #step} calls belong to it.
     *
     * @throws IllegalArgumentException if the id is blank or was used before, or the item before it
     *     has no step
     */
    public Builder item(String id) {
      if (id.isBlank()) {
        throw new IllegalArgumentException(
            "Item number %d has a blank id.%nMaybe a column of the input is shifted."
                .formatted(idToIndex.size() + 1));
      }
      closeItem();
      int index = idToIndex.size();
      if (idToIndex.putIfAbsent(id, index) != null) {
        throw new IllegalArgumentException(
            "Item (%s) appears twice.%nMaybe its steps are not listed together.".formatted(id));
      }
      if (index + 2 > offsets.length) {
        offsets = Arrays.copyOf(offsets, offsets.length * 2);
      }
      offsets[index] = steps;
      current = id;
      return this;
    }

    /**
     * Adds a step to the open item.
     *
     * @param price the price behind the step, not negative
     * @param profit expected profit, any sign
     * @param units expected units, not negative
     * @param cost what the step takes from the budget, not negative
     */
    public Builder step(double price, double profit, double units, double cost) {
      if (idToIndex.isEmpty()) {
        throw new IllegalStateException("A step was given before any item.");
      }
      check("price", price, true);
      check("profit", profit, false);
      check("units", units, true);
      check("cost", cost, true);
      if (steps == this.price.length) {
        int size = steps * 2;
        this.price = Arrays.copyOf(this.price, size);
        this.profit = Arrays.copyOf(this.profit, size);
        this.units = Arrays.copyOf(this.units, size);
        this.cost = Arrays.copyOf(this.cost, size);
      }
      this.price[steps] = price;
      this.profit[steps] = profit;
      this.units[steps] = units;
      this.cost[steps] = cost;
      steps++;
      return this;
    }

    /** Sets the budget; not negative, positive infinity for none. */
    public Builder budget(double budget) {
      if (Double.isNaN(budget) || budget < 0) {
        throw new IllegalArgumentException(
            "The budget (%s) must be a number that is not negative.".formatted(budget));
      }
      this.budget = budget;
      return this;
    }

    /** Sets the units the plan must reach; finite and not negative, zero for none. */
    public Builder minimumUnits(double minimumUnits) {
      if (!(minimumUnits >= 0) || minimumUnits > LARGEST) {
        throw new IllegalArgumentException(
            "The minimum units (%s) must be a finite number that is not negative."
                .formatted(minimumUnits));
      }
      this.minimumUnits = minimumUnits;
      return this;
    }

    public ChoiceProblem build() {
      if (idToIndex.isEmpty()) {
        throw new IllegalArgumentException(
            "The ladder has no items.\nMaybe the input holds only a header.");
      }
      closeItem();
      return new ChoiceProblem(this);
    }

    private void closeItem() {
      if (!idToIndex.isEmpty() && offsets[idToIndex.size() - 1] == steps) {
        throw new IllegalArgumentException(
            "Item (%s) has no steps.%nMaybe its only price was filtered out; the current price must"
                    .formatted(current)
                + " always be a step.");
      }
    }

    private void check(String name, double value, boolean notNegative) {
      String problem = null;
      if (Double.isNaN(value) || Math.abs(value) > LARGEST) {
        problem = "must be a finite number of at most 1e15";
      } else if (notNegative && value < 0) {
        problem = "must not be negative";
      }
      if (problem != null) {
        throw new IllegalArgumentException(
            "The %s (%s) of item (%s), step %d, %s."
                .formatted(
                    name, value, current, steps - offsets[idToIndex.size() - 1] + 1, problem));
      }
    }
  }
}
