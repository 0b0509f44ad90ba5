package souk.demand.core;

import souk.kernel.api.Progress;

/**
 * Progress of one of several equal parts of a longer work.
 *
 * @param whole receives percents of all parts
 * @param part counts from 0
 * @param parts number of parts
 * @param what name of this part
 */
record PartOfProgress(Progress whole, int part, int parts, String what) implements Progress {
  private static final int PERCENT = 100;

  @Override
  public void report(long done, long total, String message) {
    long percent = total > 0 ? PERCENT * Math.min(done, total) / total : 0;
    whole.report(
        (long) PERCENT * part + percent,
        (long) PERCENT * parts,
        message.isEmpty() ? what : what + ": " + message);
  }

  @Override
  public boolean cancelled() {
    return whole.cancelled();
  }
}
