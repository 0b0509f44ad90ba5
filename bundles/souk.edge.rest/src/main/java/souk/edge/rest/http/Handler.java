package souk.edge.rest.http;

/** Answers one kind of request. Safe for use by many threads. */
@FunctionalInterface
public interface Handler {
  /** An {@link Answer}, or a value that becomes the JSON body of a 200. */
  Object handle(Request request) throws Exception;
}
