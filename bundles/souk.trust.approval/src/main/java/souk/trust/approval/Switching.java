package souk.trust.approval;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import souk.data.api.Documents;
import souk.data.api.StoreException;
import souk.trust.api.OfferEvent;
import souk.trust.api.OfferSwitch;
import souk.trust.api.OfferSwitches;
import souk.trust.api.Person;
import souk.trust.api.TrustException;

/**
 * Pause and kill. Stopping holds for the tills first, then it is made durable, then it is
 * acknowledged: it must not wait for a slow journal, and a stop that is lost with a crash was never
 * acknowledged. Giving again is the other way round: durable first, then the tills, so that no
 * crash brings back less than was acknowledged. Safe for use by many threads.
 */
final class Switching {
  private final Served served;
  private final SwitchStore store;
  private final OfferHistory history;
  private final DeskLog log;
  private final Clock clock;

  /** Held while the journal is written; never by anybody who only stops something. */
  private final Object journal = new Object();

  private volatile Switches kept;

  Switching(Served served, SwitchStore store, OfferHistory history, DeskLog log, Clock clock) {
    this.served = served;
    this.store = store;
    this.history = history;
    this.log = log;
    this.clock = clock;
    this.kept = store.load();
  }

  OfferSwitches switches() {
    Switches now = served.switches();
    return OfferSwitches.builder()
        .allKilled(now.all())
        .killed(List.copyOf(now.killed().values()))
        .paused(List.copyOf(now.paused().values()))
        .durable(now.equals(kept))
        .build();
  }

  void pause(String offerId, Person person, String reason) {
    OfferSwitch by = by(Optional.of(offerId), person, reason);
    stop(now -> now.paused().containsKey(offerId) ? now : now.pause(by), by, "pause", person);
  }

  void kill(String offerId, Person person, String reason) {
    OfferSwitch by = by(Optional.of(offerId), person, reason);
    stop(now -> now.killed().containsKey(offerId) ? now : now.kill(by), by, "kill", person);
  }

  void killAll(Person person, String reason) {
    OfferSwitch by = by(Optional.empty(), person, reason);
    stop(now -> now.all().isPresent() ? now : now.all(Optional.of(by)), by, "kill-all", person);
  }

  void resume(String offerId, Person person, String reason) {
    give(now -> now.resume(offerId), by(Optional.of(offerId), person, reason), "resume", person);
  }

  void lift(String offerId, Person person, String reason) {
    give(now -> now.lift(offerId), by(Optional.of(offerId), person, reason), "lift", person);
  }

  void liftAll(Person person, String reason) {
    give(
        now -> now.all(Optional.empty()), by(Optional.empty(), person, reason), "lift-all", person);
  }

  private OfferSwitch by(Optional<String> offerId, Person person, String reason) {
    DeskLog.requireReason(reason);
    return new OfferSwitch(offerId, clock.instant(), person.name(), reason);
  }

  private void stop(UnaryOperator<Switches> change, OfferSwitch by, String action, Person person) {
    served.change(change);
    String subject = by.offerId().orElse(OfferHistory.ALL);
    try {
      synchronized (journal) {
        keep(served.switches(), List.of(event(by, action)));
      }
      log.write(person, action, subject, by.reason(), "stopped");
    } catch (StoreException | UncheckedIOException e) {
      throw new TrustException(
          action.equals("pause") ? "pause.not-durable" : "kill.not-durable",
          "The tills have stopped %s, but this could not be kept in full and may be gone after a restart: %s%nMaybe make room on the disk and do it again."
              .formatted(
                  subject.equals(OfferHistory.ALL) ? "all offers" : subject, e.getMessage()));
    }
  }

  private void give(UnaryOperator<Switches> change, OfferSwitch by, String action, Person person) {
    synchronized (journal) {
      keep(change.apply(served.switches()), List.of(event(by, action)));
      served.change(change);
    }
    String subject = by.offerId().orElse(OfferHistory.ALL);
    log.write(person, action, subject, by.reason(), "given");
  }

  private void keep(Switches now, List<Documents.Put> others) {
    store.keep(now, others);
    kept = now;
  }

  private Documents.Put event(OfferSwitch by, String action) {
    return history.put(
        by.offerId().orElse(OfferHistory.ALL),
        new OfferEvent(by.at(), by.actor(), action, by.reason(), "switch"));
  }

  /**
   * Publishes offers of which some start paused: the tills never see one of them before its pause.
   * What was not published because of a failure is not paused either.
   */
  <R> R withPauses(
      Set<String> paused,
      Person person,
      String reason,
      List<Documents.Put> puts,
      Function<List<Documents.Put>, R> publication) {
    if (paused.isEmpty()) {
      return publication.apply(puts);
    }
    synchronized (journal) {
      Switches before = served.switches();
      UnaryOperator<Switches> pauses =
          now -> {
            Switches next = now;
            for (String id : paused) {
              next =
                  next.paused().containsKey(id)
                      ? next
                      : next.pause(by(Optional.of(id), person, reason));
            }
            return next;
          };
      Switches now = served.change(pauses);
      List<Documents.Put> all = new ArrayList<>(puts);
      all.add(store.put(now));
      boolean done = false;
      try {
        R answer = publication.apply(all);
        done = true;
        kept = now;
        return answer;
      } finally {
        if (!done) {
          giveBack(paused, before);
        }
      }
    }
  }

  /** Takes back pauses that did not reach the journal; where nobody can say, they stay. */
  private void giveBack(Set<String> paused, Switches before) {
    Switches written;
    try {
      written = store.load();
    } catch (StoreException e) {
      return;
    }
    served.change(
        now -> {
          Switches back = now;
          for (String id : paused) {
            boolean stays = before.paused().containsKey(id) || written.paused().containsKey(id);
            back = stays ? back : back.resume(id);
          }
          return back;
        });
  }
}
