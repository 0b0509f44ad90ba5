package souk.trust.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import souk.data.api.Documents;

/** Switches in the journal: one document whose revisions are all states they ever had. */
final class SwitchStore {
  private static final String KIND = "offer-switches";
  private static final String ID = "current";

  private final Documents documents;
  private final Json json = new Json();

  SwitchStore(Documents documents) {
    this.documents = documents;
  }

  Switches load() {
    return documents
        .find(KIND, ID)
        .map(document -> SwitchJson.read(json.read(document)))
        .orElse(Switches.NONE);
  }

  /** Writes the switches and what belongs to the change, all or nothing. */
  void keep(Switches switches, List<Documents.Put> others) {
    List<Documents.Put> puts = new ArrayList<>(others);
    puts.add(put(switches));
    documents.putAll(puts);
  }

  Documents.Put put(Switches switches) {
    return new Documents.Put(KIND, ID, -1, json.text(SwitchJson.write(switches, json)));
  }

  /** The state under which tills saw a content by a certain name. */
  Optional<Switches> named(String name, Content content) {
    return documents.history(KIND, ID).stream()
        .map(document -> SwitchJson.read(json.read(document)))
        .filter(switches -> switches.name(content).value().equals(name))
        .findFirst();
  }
}
