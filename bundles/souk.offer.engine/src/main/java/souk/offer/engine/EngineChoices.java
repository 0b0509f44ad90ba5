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
import souk.offer.spi.SelectionPolicy;
import souk.offer.spi.SelectionProblem;

/**
 * The candidates of one quote. While the quote runs, its own thread looks at the memory of the
 * quote itself, unless that has chosen by priority already. Everybody else, and whoever repeats the
 * call later to warm up or compare a strategy, looks at a replica that is worked out again when it
 * is first needed; so nobody ever touches memory that serves other quotes.
 */
final class EngineChoices implements Choices {
  private final OfferSet set;
  private final Supplier<Quoting> again;
  private final boolean chosen;
  private final long thread = Thread.currentThread().getId();
  private final int count;
  private volatile @Nullable NumberedCandidates own;
  private @Nullable NumberedCandidates replica;
  private @Nullable SelectionProblem problem;
  private volatile boolean askedByPriority;

  /** True while somebody looks at the quote's own memory, and after a look that did not end. */
  private boolean looking;

  private boolean brokenOff;

  /**
   * @param chosen true if the quote's memory holds the choice by priority
   * @param again works the same candidates out in other memory
   */
  EngineChoices(Quoting quoting, boolean chosen, OfferSet set, Supplier<Quoting> again) {
    NumberedCandidates mine = new NumberedCandidates(quoting, set);
    this.own = mine;
    this.count = mine.count();
    this.chosen = chosen;
    this.set = set;
    this.again = again;
  }

  /** The quote's own memory will serve others from now on. */
  void close() {
    own = null;
  }

  /** True if the quote was asked to choose by priority. */
  boolean askedByPriority() {
    return askedByPriority;
  }

  /** Has a policy choose; what one before it broke off is not this one's. */
  Selection choiceOf(SelectionPolicy policy) {
    synchronized (this) {
      if (mine() != null) {
        looking = false;
        brokenOff = false;
      }
    }
    return policy.choose(this);
  }

  /** Begins a look in the quote's own thread; whoever breaks one off may have spoilt its memory. */
  private @Nullable NumberedCandidates look() {
    NumberedCandidates mine = mine();
    if (mine != null) {
      brokenOff |= looking;
      looking = true;
    }
    return mine;
  }

  private <T> T looked(T found) {
    if (mine() != null) {
      looking = false;
    }
    return found;
  }

  private @Nullable NumberedCandidates mine() {
    return Thread.currentThread().getId() == thread ? own : null;
  }

  /** Candidates in the order of application. */
  private NumberedCandidates candidates() {
    NumberedCandidates mine = mine();
    if (mine != null && !chosen) {
      return mine;
    }
    NumberedCandidates other = replica;
    if (other == null) {
      other = new NumberedCandidates(again.get(), set);
      if (other.count() != count) {
        throw new IllegalStateException(
            "A kind of another bundle gave two answers for one cart.\nMaybe the bundle is broken.");
      }
      replica = other;
    }
    return other;
  }

  /** Chooses with the search of the library. */
  synchronized Selection choose(Selector selector) {
    NumberedCandidates mine = look();
    if (selector == Selector.BY_PRIORITY && mine != null) {
      askedByPriority = true;
      if (chosen) {
        return looked(Selection.of(mine.chosen()));
      }
    }
    NumberedCandidates all = candidates();
    Quoting quoting = all.quoting;
    quoting.chooseOnly(selector);
    return looked(
        quoting.optimal()
            ? Selection.of(all.chosen())
            : Selection.bestFound(all.chosen(), quoting.bound()));
  }

  @Override
  public synchronized SelectionProblem problem() {
    SelectionProblem known = problem;
    if (known == null) {
      look();
      known = looked(copy());
      problem = known;
    }
    return known;
  }

  private SelectionProblem copy() {
    NumberedCandidates all = candidates();
    Quoting quoting = all.quoting;
    quoting.complete();
    QuoteResult cart = quoting.result();
    int lines = cart.lines();
    long[] gross = new long[lines];
    long[] floors = new long[lines];
    for (int line = 0; line < lines; line++) {
      gross[line] = cart.gross(line);
      floors[line] = cart.floor(line);
    }
    List<Candidate> candidates = new ArrayList<>(count);
    for (int position = 0; position < count; position++) {
      int slot = all.slot(position);
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
    look();
    return looked(set.dependent(candidates().offer(candidate)));
  }

  @Override
  public synchronized boolean conflict(int first, int second) {
    NumberedCandidates mine = look();
    NumberedCandidates all = mine == null ? candidates() : mine;
    return looked(all.quoting.conflict(all.slot(first), all.slot(second)));
  }

  @Override
  public synchronized int[] inOrder(int[] chosen) {
    look();
    NumberedCandidates all = candidates();
    boolean[] marked = new boolean[count];
    for (int candidate : chosen) {
      marked[all.slot(candidate)] = true;
    }
    int[] ordered = new int[chosen.length];
    int size = 0;
    for (int slot = 0; slot < count && size < ordered.length; slot++) {
      if (marked[slot]) {
        ordered[size++] = all.position(slot);
      }
    }
    return looked(Arrays.copyOf(ordered, size));
  }

  @Override
  public synchronized long valueMinor(int[] chosen) {
    look();
    NumberedCandidates all = candidates();
    all.quoting.complete();
    return looked(all.quoting.value(all.slots(chosen)));
  }

  @Override
  public synchronized long mostMinor(int candidate) {
    look();
    NumberedCandidates all = candidates();
    return looked(all.quoting.most(all.slot(candidate)));
  }

  /** Why a choice is nonsense; empty if it may be applied. */
  synchronized Optional<String> complaint(Selection answer) {
    if (mine() != null && (looking || brokenOff)) {
      return Optional.of("a look at the candidates was broken off");
    }
    int[] chosen = answer.chosen();
    for (int i = 0; i < chosen.length; i++) {
      if (chosen[i] < 0 || chosen[i] >= count) {
        return Optional.of("candidate %d of %d was chosen".formatted(chosen[i], count));
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
