package souk.edge.webconsole.configuration;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Proposals that were checked and not yet saved, by number. Safe for use by many threads. */
final class Drafts {
  private static final int MOST = 50;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Proposal> byNumber = new LinkedHashMap<>();

  synchronized String keep(Proposal proposal) {
    byte[] bytes = new byte[8];
    random.nextBytes(bytes);
    String number = HexFormat.of().formatHex(bytes);
    byNumber.put(number, proposal);
    if (byNumber.size() > MOST) {
      byNumber.remove(byNumber.keySet().iterator().next());
    }
    return number;
  }

  synchronized Optional<Proposal> find(String number, String pid) {
    return Optional.ofNullable(byNumber.get(number)).filter(p -> p.pid().equals(pid));
  }
}
