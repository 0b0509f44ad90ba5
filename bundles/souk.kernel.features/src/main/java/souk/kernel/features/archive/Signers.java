package souk.kernel.features.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import souk.kernel.features.files.Refused;

/** Certificates whose owners may sign archives, by SHA-256 fingerprint. Immutable. */
public final class Signers {
  private static final Pattern OF_SIGNATURE =
      Pattern.compile("(?i)META-INF/(MANIFEST\\.MF|[^/]+\\.(SF|RSA|DSA|EC))");

  private final Set<String> fingerprints;

  /**
   * @param list fingerprints as {@code keytool} shows them, separated by commas; empty if
   *     signatures are not asked for
   */
  public Signers(String list) {
    this.fingerprints =
        Arrays.stream(list.split(","))
            .map(one -> one.replace(":", "").strip().toLowerCase(Locale.ROOT))
            .filter(one -> !one.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    for (String one : fingerprints) {
      if (!one.matches("[0-9a-f]{64}")) {
        throw new IllegalArgumentException(
            "The fingerprint %s in souk.features.trusted is no SHA-256.%nMaybe it is a SHA-1; \"keytool -list -v\" shows both."
                .formatted(one));
      }
    }
  }

  public boolean asked() {
    return !fingerprints.isEmpty();
  }

  /**
   * Reads every entry and checks its digest and its signer.
   *
   * @throws souk.kernel.api.FeatureException if one entry is unsigned, changed or signed by others
   */
  void check(Path archive, String label) {
    try (JarFile jar = new JarFile(archive.toFile(), true)) {
      for (JarEntry entry : jar.stream().toList()) {
        try (InputStream in = jar.getInputStream(entry)) {
          in.transferTo(OutputStream.nullOutputStream());
        }
        if (!entry.isDirectory() && !OF_SIGNATURE.matcher(entry.getName()).matches()) {
          check(entry, label);
        }
      }
    } catch (SecurityException e) {
      throw Refused.because(
          e,
          "archive.tampered",
          "%s was changed after it was signed: %s",
          label,
          String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw Refused.because(
          e, "archive.no-zip", "%s cannot be read: %s", label, String.valueOf(e.getMessage()));
    }
  }

  private void check(JarEntry entry, String label) {
    CodeSigner[] signers = entry.getCodeSigners();
    if (signers == null || signers.length == 0) {
      throw Refused.because(
          "archive.unsigned",
          "%s is not signed throughout: %s has no valid signature.%nMaybe sign it with jarsigner and a key whose certificate is named in souk.features.trusted.",
          label,
          entry.getName());
    }
    for (CodeSigner signer : signers) {
      Certificate leaf = signer.getSignerCertPath().getCertificates().get(0);
      if (fingerprints.contains(fingerprint(leaf))) {
        return;
      }
    }
    throw Refused.because(
        "archive.wrong-signer",
        "%s is signed by a certificate that souk.features.trusted does not name: SHA-256 %s.%nMaybe add it there, if you trust its owner.",
        label,
        fingerprint(signers[0].getSignerCertPath().getCertificates().get(0)));
  }

  static String fingerprint(Certificate certificate) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
      throw new IllegalStateException("A certificate has no fingerprint.", e);
    }
  }
}
