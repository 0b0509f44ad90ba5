package souk.edge.webconsole.offers;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Uses of offers in each of the last minutes, from how often each was used at some instants: what
 * happened between two of them is spread evenly over the time between. Safe for use by many
 * threads.
 */
final class UsePace {
  static final int MINUTES = 30;

  /** Uses of one offer. */
  private static final class Track {
    private long lastSecond;
    private long lastOrders;
    private final double[] perMinute = new double[MINUTES];
    private long newest;
  }

  private final Map<String, Track> byOffer = new HashMap<>();

  /** Notes how often an offer was used until now. */
  synchronized void look(String offerId, long orders, Instant now) {
    long second = now.getEpochSecond();
    Track track = byOffer.get(offerId);
    if (track == null) {
      track = new Track();
      track.lastSecond = second;
      track.lastOrders = orders;
      track.newest = second / 60;
      byOffer.put(offerId, track);
      return;
    }
    shift(track, second / 60);
    double each =
        Math.max(0, orders - track.lastOrders) / (double) Math.max(1, second - track.lastSecond);
    long from = Math.max(track.lastSecond, (track.newest - MINUTES + 1) * 60);
    for (long minute = from / 60; minute <= track.newest; minute++) {
      long begin = Math.max(from, minute * 60);
      long end = Math.min(Math.max(second, track.lastSecond + 1), (minute + 1) * 60);
      track.perMinute[(int) (minute % MINUTES)] += each * Math.max(0, end - begin);
    }
    track.lastSecond = second;
    track.lastOrders = orders;
  }

  /** Forgets offers of which nothing was noted for so long that nothing would be shown. */
  synchronized void forgetBefore(Instant now) {
    long oldest = now.getEpochSecond() / 60 - MINUTES;
    byOffer.values().removeIf(track -> track.newest < oldest);
  }

  /** Uses in each of the last minutes, oldest first; the last is the one that is not over. */
  synchronized double[] perMinute(String offerId) {
    Track track = byOffer.get(offerId);
    double[] pace = new double[MINUTES];
    for (int i = 0; track != null && i < MINUTES; i++) {
      pace[i] = track.perMinute[(int) Math.floorMod(track.newest - MINUTES + 1 + i, MINUTES)];
    }
    return pace;
  }

  private static void shift(Track track, long minute) {
    long steps = Math.min(MINUTES, minute - track.newest);
    for (long i = 1; i <= steps; i++) {
      track.perMinute[(int) ((minute - steps + i) % MINUTES)] = 0;
    }
    track.newest = Math.max(track.newest, minute);
  }
}
