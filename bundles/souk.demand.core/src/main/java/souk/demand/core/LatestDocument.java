package souk.demand.core;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import souk.data.api.Document;
import souk.data.api.Documents;

/**
 * The latest document of a kind, read again only when it changed. Safe for use by many threads.
 *
 * @param <T> what the document holds; immutable
 */
final class LatestDocument<T> {
  private record Parsed<T>(Document document, T value) {}

  private final Documents documents;
  private final String kind;
  private final Function<String, T> reader;
  private volatile @Nullable Parsed<T> parsed;

  LatestDocument(Documents documents, String kind, Function<String, T> reader) {
    this.documents = documents;
    this.kind = kind;
    this.reader = reader;
  }

  Optional<T> find() {
    Optional<Document> latest = documents.list(kind, 1).stream().findFirst();
    if (latest.isEmpty()) {
      return Optional.empty();
    }
    Parsed<T> known = parsed;
    if (known == null || !known.document().equals(latest.get())) {
      known = new Parsed<>(latest.get(), reader.apply(latest.get().bodyJson()));
      parsed = known;
    }
    return Optional.of(known.value());
  }
}
