package souk.it.bench;

import java.util.Arrays;
import java.util.Random;

/** What disks and cables do to files. */
final class Damage {
  private static final int BLOCK = 512;

  private Damage() {}

  /** A damaged copy: bits flipped, cut off, a block zeroed, bytes doubled or taken out. */
  static byte[] of(byte[] whole, Random random) {
    byte[] copy = whole.clone();
    int at = random.nextInt(copy.length);
    int length = Math.min(1 + random.nextInt(64), copy.length - at);
    switch (random.nextInt(5)) {
      case 0 -> {
        for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
          copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        }
      }
      case 1 -> copy = Arrays.copyOf(copy, at);
      case 2 -> Arrays.fill(copy, at, Math.min(copy.length, at + BLOCK), (byte) 0);
      case 3 -> {
        byte[] longer = Arrays.copyOf(copy, copy.length + length);
        System.arraycopy(copy, at, longer, at + length, copy.length - at);
        copy = longer;
      }
      default -> {
        System.arraycopy(copy, at + length, copy, at, copy.length - at - length);
        copy = Arrays.copyOf(copy, copy.length - length);
      }
    }
    return copy;
  }
}
