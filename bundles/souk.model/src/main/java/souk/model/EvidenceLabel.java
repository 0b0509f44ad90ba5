package souk.model;

/** The rung of proof a figure stands on. Figures of different rungs are never mixed. */
public enum EvidenceLabel {
  /** Seen in the retailer's own data. */
  OBSERVED,
  /** Produced by the market simulator. */
  SIMULATED,
  /** Estimated off-policy from logged decisions. */
  REPLAYED,
  /** Measured in a randomised experiment with real customers. */
  RANDOMISED
}
