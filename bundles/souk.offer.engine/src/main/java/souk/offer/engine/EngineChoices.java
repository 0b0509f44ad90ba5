package souk.offer.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import souk.offer.lib.compiled.OfferSet;
import souk.offer.lib.compiled.QuoteResult;
import souk.offer.lib.compiled.Quoting;
import souk.offer.lib.compiled.Selector;
import souk.offer.spi.Candidate;
import souk.offer.spi.Choices;
import souk.offer.spi.Selection;
import souk.offer.spi.SelectionProblem;

/**
 * The candidates of one quote. While the quote runs, its own thread looks at the memory of the
 * quote itself. Everybody else, and whoever repeats the call later to warm up or compare a
 * strategy, looks at a replica that is worked out again when it is first needed; so nobody ever
 * touches memory that serves other quotes.
 */
final class EngineChoices implements Choices {
  private final OfferSet set;
  private final Supplier<Quoting> again;
  private final long thread = Thread.currentThread().getId();
  private volatile @Nullable Quoting own;
  private @Nullable Quoting replica;

  /** Slot of the library by position, ordered by offer id. */
  private final int[] slots;

  private final int[] positions;
  private @Nullable SelectionProblem problem;

  /**
   * @param again works the same candidates out in other memory
   */
  EngineChoices(Quoting quoting, OfferSet set, Supplier<Quoting> again) {
    this.own = quoting;
    this.set = set;
    this.again = again;
    int n = quoting.candidates();
    this.slots = new int[n];
    for (int slot = 0; slot < n; slot++) {
      int k = slot;
      int rank = set.rank(quoting.candidate(slot));
      for (; k > 0 && set.rank(quoting.candidate(slots[k - 1])) > rank; k--) {
        slots[k] = slots[k - 1];
      }
      slots[k] = slot;
    }
    this.positions = new int[n];
    for (int position = 0; position < n; position++) {
      positions[slots[position]] = position;
    }
  }

  /** The quote's own memory will serve others from now on. */
  void close() {
    own = null;
  }

  private Quoting quoting() {
    Quoting mine = own;
    if (mine != null && Thread.currentThread().getId() == thread) {
      return mine;
    }
    Quoting other = replica;
    if (other == null) {
      other = again.get();
      if (other.candidates() != slots.length) {
        throw new IllegalStateException(
            "A kind of another bundle gave two answers for one cart.\nMaybe the bundle is broken.");
      }
      replica = other;
    }
    return other;
  }

  /** Chooses with the search of the library. */
  synchronized Selection choose(Selector selector) {
    Quoting quoting = quoting();
    quoting.chooseOnly(selector);
    int[] chosen = new int[quoting.choiceSize()];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = positions[quoting.chosen(i)];
    }
    return quoting.optimal() ? Selection.of(chosen) : Selection.bestFound(chosen, quoting.bound());
  }

  /** Slots of a choice. */
  int[] slots(int[] chosen) {
    int[] answer = new int[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      answer[i] = slots[chosen[i]];
    }
    return answer;
  }

  @Override
  public synchronized SelectionProblem problem() {
    SelectionProblem known = problem;
    if (known == null) {
      known = copy();
      problem = known;
    }
    return known;
  }

  private SelectionProblem copy() {
    Quoting quoting = quoting();
    quoting.complete();
    QuoteResult cart = quoting.result();
    int lines = cart.lines();
    long[] gross = new long[lines];
    long[] floors = new long[lines];
    for (int line = 0; line < lines; line++) {
      gross[line] = cart.gross(line);
      floors[line] = cart.floor(line);
    }
    List<Candidate> candidates = new ArrayList<>(slots.length);
    for (int slot : slots) {
      int offer = quoting.candidate(slot);
      long[] wants = new long[lines];
      for (int line = 0; line < lines; line++) {
        long want = quoting.wanted(slot, line);
        boolean may = set.dependent(offer) && quoting.touches(slot, line);
        wants[line] = Math.min(gross[line], may ? Math.max(1, want) : want);
      }
      candidates.add(
          new Candidate(
              set.offerId(offer),
              set.priority(offer),
              set.group(offer),
              set.exclusive(offer),
              wants));
    }
    return new SelectionProblem(candidates, gross, floors);
  }

  @Override
  public synchronized boolean dependent(int candidate) {
    return set.dependent(quoting().candidate(slots[candidate]));
  }

  @Override
  public synchronized boolean conflict(int first, int second) {
    return quoting().conflict(slots[first], slots[second]);
  }

  @Override
  public synchronized int[] inOrder(int[] chosen) {
    boolean[] marked = new boolean[slots.length];
    for (int candidate : chosen) {
      marked[slots[candidate]] = true;
    }
    int[] ordered = new int[chosen.length];
    int count = 0;
    for (int slot = 0; slot < slots.length && count < ordered.length; slot++) {
      if (marked[slot]) {
        ordered[count++] = positions[slot];
      }
    }
    return Arrays.copyOf(ordered, count);
  }

  @Override
  public synchronized long valueMinor(int[] chosen) {
    Quoting quoting = quoting();
    quoting.complete();
    return quoting.value(slots(chosen));
  }

  @Override
  public synchronized long mostMinor(int candidate) {
    return quoting().most(slots[candidate]);
  }

  /** Why a choice is nonsense; empty if it may be applied. */
  synchronized Optional<String> complaint(Selection answer) {
    int[] chosen = answer.chosen();
    for (int i = 0; i < chosen.length; i++) {
      if (chosen[i] < 0 || chosen[i] >= slots.length) {
        return Optional.of("candidate %d of %d was chosen".formatted(chosen[i], slots.length));
      }
      for (int k = 0; k < i; k++) {
        if (chosen[i] == chosen[k]) {
          return Optional.of("candidate %d was chosen twice".formatted(chosen[i]));
        }
        if (conflict(chosen[i], chosen[k])) {
          return Complaints.clash(
                  problem().candidates().get(chosen[k]), problem().candidates().get(chosen[i]))
              .or(Optional::empty);
        }
      }
    }
    return Optional.empty();
  }
}
