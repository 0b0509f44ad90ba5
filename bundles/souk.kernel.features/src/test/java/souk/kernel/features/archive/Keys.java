package souk.kernel.features.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/** A signer with a certificate of its own, made by the JDK's keytool. */
final class Keys {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private final KeyStore.PrivateKeyEntry entry;

  private Keys(KeyStore.PrivateKeyEntry entry) {
    this.entry = entry;
  }

  static Keys make(Path folder, String owner) throws Exception {
    Path store = folder.resolve(owner + ".p12");
    Process keytool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "key",
                    "-keyalg",
                    "EC",
                    "-groupname",
                    "secp256r1",
                    "-dname",
                    "CN=" + owner,
                    "-validity",
                    "30",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    store.toString(),
                    "-storepass",
                    new String(PASSWORD)))
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes());
    if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
      throw new IllegalStateException(said);
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    return new Keys(
        (KeyStore.PrivateKeyEntry) keys.getEntry("key", new KeyStore.PasswordProtection(PASSWORD)));
  }

  Certificate certificate() {
    return entry.getCertificate();
  }

  String fingerprint() {
    return Signers.fingerprint(certificate());
  }

  Path sign(Path archive, Path signed) throws IOException {
    try (ZipFile in = new ZipFile(archive.toFile());
        OutputStream out = Files.newOutputStream(signed)) {
      new JarSigner.Builder(entry).signerName("SOUK").build().sign(in, out);
      return signed;
    }
  }
}
