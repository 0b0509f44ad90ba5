package souk.edge.rest.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * A list in pages: {@code offset} and {@code limit} after the question mark, the number of all
 * entries and the next page in headers. The body stays a plain list.
 */
public final class Page {
  /** Greatest {@code limit}. */
  public static final int MOST = 1_000;

  private static final String PREFIX = "/api/v1";

  private Page() {}

  /**
   * A page of a list that is known as a whole.
   *
   * @param usual entries if the request names no limit
   */
  public static <T> Answer of(
      Request request, List<T> all, int usual, Function<? super T, ?> view) {
    int offset = offset(request);
    int limit = limit(request, usual);
    int from = Math.min(offset, all.size());
    int until = (int) Math.min((long) from + limit, all.size());
    return answer(
        request,
        limit,
        all.subList(from, until),
        Optional.of(all.size()),
        until < all.size(),
        view);
  }

  /**
   * A page of a list of which only the beginning can be asked for; the number of all entries is not
   * told.
   *
   * @param first the first entries, at most as many as given
   */
  public static <T> Answer of(
      Request request, IntFunction<List<T>> first, int usual, Function<? super T, ?> view) {
    int offset = offset(request);
    int limit = limit(request, usual);
    long wanted = (long) offset + limit + 1;
    List<T> known = first.apply((int) Math.min(wanted, Integer.MAX_VALUE));
    int from = Math.min(offset, known.size());
    int until = (int) Math.min((long) from + limit, known.size());
    return answer(
        request, limit, known.subList(from, until), Optional.empty(), until < known.size(), view);
  }

  private static <T> Answer answer(
      Request request,
      int limit,
      List<T> page,
      Optional<Integer> total,
      boolean more,
      Function<? super T, ?> view) {
    Map<String, String> headers = new LinkedHashMap<>();
    total.ifPresent(count -> headers.put("X-Total-Count", Integer.toString(count)));
    if (more) {
      headers.put("Link", "<" + next(request, page.size(), limit) + ">; rel=\"next\"");
    }
    return Answer.json(200, request.json().bytes(page.stream().map(view).toList()), headers);
  }

  /** A page whose next page has another question. */
  public static Answer answer(Request request, List<?> page, Map<String, String> next) {
    return Answer.json(
        200,
        request.json().bytes(page),
        Map.of("Link", "<" + address(request, next) + ">; rel=\"next\""));
  }

  private static String next(Request request, int size, int limit) {
    Map<String, String> query = new LinkedHashMap<>(request.query());
    query.put("offset", Integer.toString(offset(request) + size));
    query.put("limit", Integer.toString(limit));
    return address(request, query);
  }

  private static String address(Request request, Map<String, String> query) {
    try {
      return new URI(null, null, PREFIX + request.path(), null).getRawPath()
          + "?"
          + Query.write(query);
    } catch (URISyntaxException impossible) {
      throw new IllegalArgumentException("The path cannot be written as an address.", impossible);
    }
  }

  private static int offset(Request request) {
    return (int) request.query("offset", 0, 0, 1_000_000_000);
  }

  private static int limit(Request request, int usual) {
    return (int) request.query("limit", usual, 1, MOST);
  }
}
