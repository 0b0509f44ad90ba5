package souk.offer.engine.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import souk.model.Reason;
import souk.offer.api.OfferProblem;
import souk.offer.api.OfferProblem.Severity;

/** Collects what is wrong with a text; keeps the first ones and counts the others. */
final class Problems {
  /** Problems listed at most. */
  static final int LISTED = 100;

  private final List<OfferProblem> errors = new ArrayList<>();
  private final List<OfferProblem> warnings = new ArrayList<>();
  private long errorCount;
  private long warningCount;

  void error(Node at, Path path, String code, String text, Object... arguments) {
    error(at.line(), at.column(), path, code, text, arguments);
  }

  void error(int line, int column, Path path, String code, String text, Object... arguments) {
    errorCount++;
    add(errors, Severity.ERROR, line, column, path, Reason.of(code, text, arguments));
  }

  void warning(Node at, Path path, String code, String text, Object... arguments) {
    warningCount++;
    add(warnings, Severity.WARNING, at.line(), at.column(), path, Reason.of(code, text, arguments));
  }

  private static void add(
      List<OfferProblem> list, Severity severity, int line, int column, Path path, Reason reason) {
    if (list.size() < LISTED) {
      list.add(new OfferProblem(severity, path.toString(), line, column, reason));
    }
  }

  long errors() {
    return errorCount;
  }

  /** Errors go before warnings where not all can be listed; what is listed has the text's order. */
  List<OfferProblem> listed() {
    List<OfferProblem> all = new ArrayList<>(errors);
    warnings.stream().limit(LISTED - errors.size()).forEach(all::add);
    all.sort(Comparator.comparingInt(OfferProblem::line).thenComparingInt(OfferProblem::column));
    return all;
  }

  long more() {
    return errorCount + warningCount - Math.min(LISTED, errors.size() + warnings.size());
  }
}
