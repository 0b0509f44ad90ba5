package souk.it.addon;

/** The identity of a strategy as its component was activated with. */
@interface Versioned {
  String souk_version() default "1.0.0";
}
