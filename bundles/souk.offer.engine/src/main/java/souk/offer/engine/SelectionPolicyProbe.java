package souk.offer.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import souk.kernel.spi.RoleProbe;
import souk.offer.spi.Candidate;
import souk.offer.spi.SelectionPolicy;
import souk.offer.spi.SelectionProblem;

/** Tries a selection policy on candidates that may not all stand together. */
@Component(service = RoleProbe.class)
public final class SelectionPolicyProbe implements RoleProbe {
  @Override
  public String role() {
    return SelectionPolicy.class.getSimpleName();
  }

  @Override
  public Optional<String> probe(Object strategy) {
    SelectionPolicy policy = (SelectionPolicy) strategy;
    SelectionProblem problem =
        new SelectionProblem(
            List.of(
                new Candidate("A", 0, "one", false, new long[] {30, 0}),
                new Candidate("B", 5, "one", false, new long[] {10, 10}),
                new Candidate("C", 1, "two", false, new long[] {0, 40}),
                new Candidate("D", 9, "three", true, new long[] {20, 20})),
            new long[] {100, 100},
            new long[] {80, 50});
    Optional<String> complaint = Complaints.selection(policy.select(problem), problem);
    if (complaint.isPresent()) {
      return complaint;
    }
    SelectionProblem empty = new SelectionProblem(List.of(), new long[] {100}, new long[] {50});
    if (policy.select(empty).chosen().length != 0) {
      return Optional.of("it chose among no candidates");
    }
    return Arrays.equals(policy.select(problem).chosen(), policy.select(problem).chosen())
        ? Optional.empty()
        : Optional.of("asked twice, it gives two answers");
  }
}
