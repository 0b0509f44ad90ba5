package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import souk.data.api.ErasedPart;
import souk.data.api.ErasedPart.Treatment;
import souk.data.spi.CustomerData;
import souk.model.CustomerKey;

/** What everybody must hold who keeps something about customers. */
public abstract class CustomerDataContract {
  /** A customer whom nobody knows. */
  private static final CustomerKey NOBODY = new CustomerKey("nobody-knows-me");

  /** Keeps something about both customers. */
  protected abstract CustomerData data() throws Exception;

  /** The customer who is erased. */
  protected abstract CustomerKey erased();

  /** A customer who stays. */
  protected abstract CustomerKey staying();

  /** True if something about a customer can be found by the id. */
  protected abstract boolean knows(CustomerKey customer) throws Exception;

  @Test
  public void oneCustomerIsErasedAndTheOtherStays() throws Exception {
    CustomerData data = data();
    assertFalse(data.keeper().isBlank());
    assertTrue(knows(erased()), "nothing is kept that could be erased");
    assertTrue(knows(staying()));

    List<ErasedPart> parts = data.erase(erased());

    assertTrue(parts.stream().mapToLong(ErasedPart::entries).sum() > 0, parts.toString());
    assertTrue(parts.stream().allMatch(p -> p.keeper().equals(data.keeper())), parts.toString());
    assertFalse(knows(erased()));
    assertTrue(knows(staying()), "another customer was erased");
  }

  @Test
  public void askedAgainNothingMoreIsFound() throws Exception {
    CustomerData data = data();
    List<ErasedPart> first = data.erase(erased());
    List<ErasedPart> again = data.erase(erased());
    assertEquals(
        first.stream().map(ErasedPart::place).toList(),
        again.stream().map(ErasedPart::place).toList());
    assertEquals(0, erasedIn(again), again.toString());
  }

  @Test
  public void whoIsUnknownIsNoFailure() throws Exception {
    List<ErasedPart> parts = data().erase(NOBODY);
    assertFalse(parts.isEmpty(), "a part is named also where nothing was found");
    assertEquals(0, erasedIn(parts), parts.toString());
    assertTrue(knows(erased()));
  }

  /** What stays under a keyed hash is found each time. */
  private static long erasedIn(List<ErasedPart> parts) {
    return parts.stream()
        .filter(part -> part.treatment() != Treatment.PSEUDONYMOUS)
        .mapToLong(ErasedPart::entries)
        .sum();
  }
}
