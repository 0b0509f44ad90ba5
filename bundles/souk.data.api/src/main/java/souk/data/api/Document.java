package souk.data.api;

import java.time.Instant;

/**
 * A durable value of some room, kept as JSON.
 *
 * @param kind for example {@code plan}, {@code publication}
 * @param id unique within the kind
 * @param revision 1 for the first version, one more with each change
 * @param changedAt when this revision was written
 * @param bodyJson JSON object
 */
public record Document(String kind, String id, long revision, Instant changedAt, String bodyJson) {}
