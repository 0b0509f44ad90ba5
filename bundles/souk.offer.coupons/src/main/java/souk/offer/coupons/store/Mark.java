package souk.offer.coupons.store;

/**
 * How far the log had come when it was last acknowledged: kept apart from the log.
 *
 * @param seq number of the last row, 0 for none
 * @param chain chain hash of that row
 */
public record Mark(long seq, byte[] chain) {
  /** Number of a mark that was never set. */
  public static final long ABSENT = -1;

  /** Number of a mark that cannot be read. */
  public static final long DAMAGED = -2;

  /** Keeps marks. For one thread. */
  public interface Keeper extends AutoCloseable {
    /** The last mark, {@link #ABSENT} or {@link #DAMAGED}. */
    Mark read() throws LogException;

    /** Makes a mark durable. */
    void write(long seq, byte[] chain) throws LogException;

    @Override
    void close();
  }
}
