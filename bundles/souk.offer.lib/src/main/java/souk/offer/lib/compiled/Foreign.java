package souk.offer.lib.compiled;

/** Conditions and effects that somebody else evaluates, for one quote. For one thread. */
public interface Foreign {
  /** Nobody evaluates anything: offers with foreign parts do not apply. */
  Foreign NONE =
      new Foreign() {
        @Override
        public boolean fails(int offer, int condition, long[] amounts) {
          return true;
        }

        @Override
        public long[] discounts(int offer, long[] amounts) {
          return new long[0];
        }
      };

  /**
   * @param offer position in the set
   * @param condition position among its conditions
   * @param amounts per line, before offers or what they have left; not to be changed
   */
  boolean fails(int offer, int condition, long[] amounts);

  /**
   * What an effect takes off per line; an empty array if it cannot say.
   *
   * @param amounts per line, before offers or what they have left; not to be changed
   */
  long[] discounts(int offer, long[] amounts);
}
