package souk.it.peers;

/** The lines of a cart in one category, added up; the whole cart has the category "all". */
public final class ScopeFact {
  private final String category;
  private final long gross;
  private final int lines;
  private final CartFact cart;

  /**
   * @param lines bit set of lines
   */
  public ScopeFact(String category, long gross, int lines, CartFact cart) {
    this.category = category;
    this.gross = gross;
    this.lines = lines;
    this.cart = cart;
  }

  public String getCategory() {
    return category;
  }

  public long getGross() {
    return gross;
  }

  public int getLines() {
    return lines;
  }

  public CartFact getCart() {
    return cart;
  }
}
