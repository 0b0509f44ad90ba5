package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import souk.offer.api.CouponLedger;

/** A ledger that always throws fails every test of the contract. */
class CouponLedgerContractCanFailTest {
  static class Throwing extends CouponLedgerContract {
    @Override
    protected CouponLedger ledger() {
      return Verdicts.throwing(CouponLedger.class);
    }

    @Override
    protected FakeClock clock() {
      return FakeClock.at(START);
    }

    @Override
    protected void restart() {}
  }

  @Test
  void everyTestAsksTheLedger() {
    Set<String> passing = new TreeSet<>();
    for (Class<?> part = CouponLedgerContract.class; part != null; part = part.getSuperclass()) {
      Stream.of(part.getDeclaredMethods())
          .filter(m -> m.isAnnotationPresent(Test.class))
          .forEach(m -> passing.add(m.getName()));
    }
    assertTrue(passing.size() >= 15, passing.toString());
    passing.removeAll(Verdicts.failing(Throwing.class));
    assertEquals(Set.of(), passing);
  }
}
