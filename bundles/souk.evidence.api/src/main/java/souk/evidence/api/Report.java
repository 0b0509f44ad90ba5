package souk.evidence.api;

import java.time.Instant;

/**
 * A rendered report.
 *
 * @param id names the report
 * @param createdAt when it was made
 * @param mediaType for example {@code text/html; charset=utf-8}
 * @param content the whole document; must not be changed
 */
public record Report(String id, Instant createdAt, String mediaType, byte[] content) {}
