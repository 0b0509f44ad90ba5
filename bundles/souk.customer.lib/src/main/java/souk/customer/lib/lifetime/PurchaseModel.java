package souk.customer.lib.lifetime;

import java.util.List;

/** The models of repeat buying that can be fitted. */
public enum PurchaseModel {
  /**
   * Customers drop out after a purchase with a probability of their own (Fader, Hardie and Lee,
   * Marketing Science 24(2), 2005).
   */
  BG_NBD("bg-nbd", List.of("r", "alpha", "a", "b")) {
    @Override
    public PurchaseLaw law(double[] parameters) {
      return new BetaGeometric(parameters, false);
    }
  },
  /**
   * BG/NBD in which customers may drop out after their first purchase already (Batislam, Denizel
   * and Filiztekin, Int. J. Research in Marketing 24(3), 2007).
   */
  MBG_NBD("mbg-nbd", List.of("r", "alpha", "a", "b")) {
    @Override
    public PurchaseLaw law(double[] parameters) {
      return new BetaGeometric(parameters, true);
    }
  },
  /**
   * Customers drop out at any time (Schmittlein, Morrison and Colombo, Management Sc. 33, 1987).
   */
  PARETO_NBD("pareto-nbd", List.of("r", "alpha", "s", "beta")) {
    @Override
    public PurchaseLaw law(double[] parameters) {
      return new ParetoNbd(parameters);
    }
  };

  private final String id;
  private final List<String> parameters;

  PurchaseModel(String id, List<String> parameters) {
    this.id = id;
    this.parameters = parameters;
  }

  /** The model with these positive parameters; times in weeks. */
  public abstract PurchaseLaw law(double[] parameters);

  public String id() {
    return id;
  }

  /** Names of the parameters in the literature. */
  public List<String> parameters() {
    return parameters;
  }
}
