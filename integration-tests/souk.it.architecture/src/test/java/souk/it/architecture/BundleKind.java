package souk.it.architecture;

/** What a bundle is, told from its name. */
enum BundleKind {
  MODEL,
  CONTRACT,
  LIBRARY,
  WRAPPER,
  PROVIDER,
  EDGE,
  TEST_KIT;

  static BundleKind of(String bundle) {
    if (bundle.equals("souk.model")) {
      return MODEL;
    }
    if (bundle.equals("souk.testkit")) {
      return TEST_KIT;
    }
    if (bundle.startsWith("souk.wrap.")) {
      return WRAPPER;
    }
    if (bundle.startsWith("souk.edge.")) {
      return EDGE;
    }
    if (bundle.endsWith(".api")) {
      return CONTRACT;
    }
    return bundle.endsWith(".lib") ? LIBRARY : PROVIDER;
  }

  /** True if others may import its packages. */
  boolean exports() {
    return this == MODEL || this == CONTRACT || this == TEST_KIT || this == WRAPPER;
  }
}
