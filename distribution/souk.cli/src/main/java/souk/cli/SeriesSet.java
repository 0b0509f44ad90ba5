package souk.cli;

import java.util.List;
import java.util.Optional;

/**
 * The series of a file, ready to be forecast.
 *
 * @param series in the order in which the file names them
 * @param covariates names of the covariates that are known ahead, in order
 * @param attributes names of the columns whose texts are attributes, in order
 * @param scale what a step is; empty if times are mere texts or were not heeded
 * @param filled steps that had no observation and were filled
 * @param withGaps series that had such steps
 */
record SeriesSet(
    List<OneSeries> series,
    List<String> covariates,
    List<String> attributes,
    Optional<TimeScale> scale,
    long filled,
    int withGaps) {}
