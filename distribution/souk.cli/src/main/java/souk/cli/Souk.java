package souk.cli;

/** Entry point. */
public final class Souk {
  private Souk() {}

  public static void main(String[] arguments) {
    System.out.println("none");
  }
}
