package souk.data.lib;

/** What an order line is. */
public enum LineKind {
  /** Goods that went to a customer. */
  SALE,
  /** Goods or money that came back. */
  RETURN,
  /** No sale at all: a line without money and without customer, such as a stock correction. */
  ADJUSTMENT
}
