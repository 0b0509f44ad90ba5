package souk.offer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.model.CustomerKey;

class PseudonymsTest {
  private static final CustomerKey CUSTOMER = new CustomerKey("17850");

  @TempDir Path folder;

  @Test
  void theKeyOutlivesTheProcessAndBelongsToItsOwner() throws Exception {
    Path file = folder.resolve("secrets/pseudonym.key");
    String first = Pseudonyms.ofFile(file).of(CUSTOMER);
    assertEquals(32, first.length());
    assertEquals(first, Pseudonyms.ofFile(file).of(CUSTOMER));
    assertNotEquals(first, Pseudonyms.ofFile(file).of(new CustomerKey("17851")));
    assertNotEquals(first, Pseudonyms.ofFile(folder.resolve("other.key")).of(CUSTOMER));
    assertNotEquals(first, Pseudonyms.ofThisProcess().of(CUSTOMER));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
  }

  /** RFC 4231, test case 2: key "Jefe", "what do ya want for nothing?", shortened to 128 bits. */
  @Test
  void isHmacSha256() throws Exception {
    Path file = folder.resolve("key");
    Files.writeString(file, "4a656665" + "00".repeat(28));
    assertEquals(
        "5bdcc146bf60754e6a042426089575c7",
        Pseudonyms.ofFile(file).of(new CustomerKey("what do ya want for nothing?")));
  }

  @Test
  void aCutKeyIsRefused() throws Exception {
    Path file = folder.resolve("key");
    Files.writeString(file, "4a65");
    assertThrows(IllegalStateException.class, () -> Pseudonyms.ofFile(file));
  }
}
