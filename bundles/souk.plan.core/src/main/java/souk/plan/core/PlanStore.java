package souk.plan.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import souk.data.api.Document;
import souk.data.api.Documents;
import souk.plan.api.Plan;

/** Keeps plans as documents of kind {@code plan}, with ids P-1, P-2, … in order of proposal. */
final class PlanStore {
  static final String KIND = "plan";
  private static final int ATTEMPTS = 20;

  private final Documents documents;
  private final ObjectMapper mapper =
      JsonMapper.builder()
          .typeFactory(TypeFactory.defaultInstance().withCache(new LRUMap<>(16, 64)))
          .build();

  PlanStore(Documents documents) {
    this.documents = documents;
  }

  /** Keeps the plan under the next free id; durable when it returns. */
  Plan save(Function<String, Plan> planWithId) {
    long number = lastNumber() + 1;
    for (int attempt = 0; ; attempt++) {
      Plan plan = planWithId.apply("P-" + number);
      try {
        documents.put(new Documents.Put(KIND, plan.id(), 0, json(plan)));
        return plan;
      } catch (Documents.ConflictException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
        number++;
      }
    }
  }

  Optional<Plan> find(String planId) {
    return documents.find(KIND, planId).map(this::plan);
  }

  List<Plan> list(int limit) {
    return documents.list(KIND, limit).stream().map(this::plan).toList();
  }

  private long lastNumber() {
    return documents.list(KIND, 1).stream()
        .map(Document::id)
        .filter(id -> id.matches("P-\\d{1,15}"))
        .mapToLong(id -> Long.parseLong(id.substring(2)))
        .findFirst()
        .orElse(0);
  }

  private String json(Plan plan) {
    try {
      return mapper.writeValueAsString(PlanWriter.write(plan));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Plan " + plan.id() + " cannot be written as JSON.", e);
    }
  }

  private Plan plan(Document document) {
    try {
      return PlanReader.read(mapper.readTree(document.bodyJson()));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "Plan %s, revision %d, cannot be read from the journal.%nMaybe it was changed by hand."
              .formatted(document.id(), document.revision()),
          e);
    }
  }
}
