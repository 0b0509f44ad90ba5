package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import souk.data.api.ErasedPart;
import souk.data.spi.CustomerData;
import souk.model.CustomerKey;

/** A keeper who erases passes the contract; those who do not, or too much, are caught. */
class CustomerDataContractCanFailTest {
  static class Honest extends CustomerDataContract {
    final Set<String> known = new TreeSet<>(Set.of("one", "two"));

    @Override
    protected CustomerData data() {
      return new Keeper() {
        @Override
        long forget(String customer) {
          return known.remove(customer) ? 1 : 0;
        }
      };
    }

    @Override
    protected CustomerKey erased() {
      return new CustomerKey("one");
    }

    @Override
    protected CustomerKey staying() {
      return new CustomerKey("two");
    }

    @Override
    protected boolean knows(CustomerKey customer) {
      return known.contains(customer.value());
    }
  }

  /** Says so, and keeps all the same. */
  static class Pretending extends Honest {
    @Override
    protected CustomerData data() {
      return new Keeper() {
        @Override
        long forget(String customer) {
          return 1;
        }
      };
    }
  }

  /** Erases everybody. */
  static class Rash extends Honest {
    @Override
    protected CustomerData data() {
      return new Keeper() {
        @Override
        long forget(String customer) {
          int all = known.size();
          known.clear();
          return all;
        }
      };
    }
  }

  private abstract static class Keeper implements CustomerData {
    abstract long forget(String customer);

    @Override
    public String keeper() {
      return "set";
    }

    @Override
    public List<ErasedPart> erase(CustomerKey customer) {
      return List.of(
          new ErasedPart("set", "names", forget(customer.value()), ErasedPart.Treatment.DELETED));
    }
  }

  @Test
  void defectsAreCaught() {
    assertEquals(Set.of(), Verdicts.failing(Honest.class));
    assertEquals(
        Set.of(
            "askedAgainNothingMoreIsFound",
            "oneCustomerIsErasedAndTheOtherStays",
            "whoIsUnknownIsNoFailure"),
        Verdicts.failing(Pretending.class));
    assertEquals(
        Set.of("oneCustomerIsErasedAndTheOtherStays", "whoIsUnknownIsNoFailure"),
        Verdicts.failing(Rash.class));
  }
}
