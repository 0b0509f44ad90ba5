package souk.it.peers;

import souk.it.bench.quotes.Article;
import souk.it.bench.quotes.PlainArithmetic.Amounts;

/** A line of a cart for the rules. */
public final class LineFact {
  private final int position;
  private final String sku;
  private final String category;
  private final int quantity;
  private final long gross;
  private final CartFact cart;

  public LineFact(
      int position, String sku, String category, int quantity, long gross, CartFact cart) {
    this.position = position;
    this.sku = sku;
    this.category = category;
    this.quantity = quantity;
    this.gross = gross;
    this.cart = cart;
  }

  static LineFact of(int position, Article article, Amounts amounts, CartFact cart) {
    return new LineFact(
        position,
        article.sku(),
        article.categoryName(),
        amounts.quantity()[position],
        amounts.gross()[position],
        cart);
  }

  public int getPosition() {
    return position;
  }

  /** The bit of its position. */
  public int getBit() {
    return 1 << position;
  }

  public String getSku() {
    return sku;
  }

  public String getCategory() {
    return category;
  }

  public int getQuantity() {
    return quantity;
  }

  public long getGross() {
    return gross;
  }

  public CartFact getCart() {
    return cart;
  }
}
