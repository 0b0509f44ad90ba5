package souk.testkit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import souk.data.api.Document;
import souk.data.api.Documents;

/** {@link Documents} for tests without a journal: same rules, nothing on disk. Thread-safe. */
public final class InMemoryDocuments implements Documents {
  private final Clock clock;
  private final Map<List<String>, List<Document>> revisions = new LinkedHashMap<>();
  private final List<Document> written = new ArrayList<>();

  public InMemoryDocuments(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Document put(Put put) {
    return putAll(List.of(put)).get(0);
  }

  @Override
  public synchronized List<Document> putAll(List<Put> puts) {
    List<Document> answers = new ArrayList<>();
    for (Put put : puts) {
      long now = latest(put.kind(), put.id()).map(Document::revision).orElse(0L);
      if (put.expectedRevision() >= 0 && put.expectedRevision() != now) {
        throw new ConflictException(
            "Document %s/%s has revision %d, not %d."
                .formatted(put.kind(), put.id(), now, put.expectedRevision()));
      }
      answers.add(new Document(put.kind(), put.id(), now + 1, clock.instant(), put.bodyJson()));
    }
    for (Document document : answers) {
      revisions
          .computeIfAbsent(List.of(document.kind(), document.id()), k -> new ArrayList<>())
          .add(document);
      written.add(document);
    }
    return answers;
  }

  @Override
  public synchronized Optional<Document> find(String kind, String id) {
    return latest(kind, id);
  }

  @Override
  public synchronized List<Document> list(String kind, int limit) {
    return revisions.values().stream()
        .map(r -> r.get(r.size() - 1))
        .filter(d -> d.kind().equals(kind))
        .sorted(Comparator.comparingInt((Document d) -> written.lastIndexOf(d)).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<Document> history(String kind, String id) {
    List<Document> newestFirst =
        new ArrayList<>(revisions.getOrDefault(List.of(kind, id), List.of()));
    java.util.Collections.reverse(newestFirst);
    return newestFirst;
  }

  @Override
  public synchronized long amend(String kind, UnaryOperator<String> change) {
    long changed = 0;
    for (List<Document> all : revisions.values()) {
      for (int i = 0; i < all.size(); i++) {
        Document old = all.get(i);
        String body = old.kind().equals(kind) ? change.apply(old.bodyJson()) : old.bodyJson();
        if (!body.equals(old.bodyJson())) {
          Document fresh =
              new Document(old.kind(), old.id(), old.revision(), old.changedAt(), body);
          all.set(i, fresh);
          written.set(written.indexOf(old), fresh);
          changed++;
        }
      }
    }
    return changed;
  }

  private Optional<Document> latest(String kind, String id) {
    List<Document> all = revisions.getOrDefault(List.of(kind, id), List.of());
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }
}
