package souk.data.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import souk.data.spi.CustomerData;
import souk.model.CustomerKey;
import souk.testkit.CustomerDataContract;

class WarehouseCustomersTest extends CustomerDataContract {
  @TempDir Path folder;
  private TestStore store;

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  protected CustomerData data() {
    store = new TestStore(folder);
    store.loadText(
        Samples.HEADER
            + "1,2024-01-02 10:00,A,apple,2,1.50,one\n"
            + "2,2024-01-02 10:00,A,apple,2,1.50,two\n"
            + "3,2024-01-02 10:00,A,apple,some,1.50,one\n",
        Samples.LINES);
    return new WarehouseCustomers(store.warehouse, new ErasureKey(folder), TestStore.CLOCK);
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
    return store.count(
            "SELECT (SELECT count(*) FROM customer WHERE customer_key = '%1$s')"
                    .formatted(customer.value())
                + " + (SELECT count(*) FROM order_line WHERE customer_key = '%1$s')"
                    .formatted(customer.value()))
        > 0;
  }
}
