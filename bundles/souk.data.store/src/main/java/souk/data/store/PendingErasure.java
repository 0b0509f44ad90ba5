package souk.data.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import souk.data.api.StoreException;
import souk.kernel.api.Actor;
import souk.model.CustomerKey;

/** The note of an erasure that is not complete, in a file that is deleted in the end. */
final class PendingErasure {
  private static final String NAME = "pending.json";
  private final Path folder;
  private final JsonMapper mapper = MappingJson.mapper();

  PendingErasure(Path state) {
    this.folder = StateFolder.sub(state, "erasures");
  }

  /**
   * What is under way.
   *
   * @param id of the erasure
   * @param customer who is erased
   * @param actor who asked
   * @param reason why
   * @param keepers who must have erased before it is complete
   */
  record Order(String id, CustomerKey customer, Actor actor, String reason, Set<String> keepers) {}

  Optional<Order> read() {
    Path file = folder.resolve(NAME);
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      JsonNode node = mapper.readTree(Files.readString(file));
      Set<String> keepers = new TreeSet<>();
      node.path("keepers").forEach(keeper -> keepers.add(keeper.asText()));
      return Optional.of(
          new Order(
              node.path("id").asText(),
              new CustomerKey(node.path("customer").asText()),
              new Actor(node.path("actor").asText(), node.path("channel").asText()),
              node.path("reason").asText(),
              keepers));
    } catch (IOException | IllegalArgumentException e) {
      throw new StoreException(
          "The note of an erasure %s cannot be read: %s%nMaybe it is damaged: look who was to be erased, ask again, and delete the file."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** Durable when it returns. */
  void write(Order order) {
    ObjectNode node = mapper.createObjectNode();
    node.put("id", order.id());
    node.put("customer", order.customer().value());
    node.put("actor", order.actor().name());
    node.put("channel", order.actor().channel());
    node.put("reason", order.reason());
    order.keepers().forEach(node.putArray("keepers")::add);
    try {
      Path fresh = folder.resolve(NAME + ".part");
      Flushed.write(fresh, mapper.writeValueAsString(node).getBytes(StandardCharsets.UTF_8));
      Files.move(fresh, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
      Flushed.folder(folder);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An erasure cannot be noted.", e);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(folder.resolve(NAME));
      Flushed.folder(folder);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private StoreException failed(IOException e) {
    return new StoreException(
        "The note of an erasure in %s cannot be written: %s.%nMaybe the disk is full or the folder belongs to another user."
            .formatted(folder, e.getMessage()),
        e);
  }
}
