package souk.cli;

import java.util.Map;

/**
 * A series as it is sent.
 *
 * @param id its name
 * @param firstStep where it begins on the steps of the file
 * @param values finite, oldest first, without gaps
 * @param covariates per covariate one value per step of history and horizon; none if they are not
 *     known ahead
 * @param attributes texts that hold for the whole series, such as its store, by name of the column
 */
@SuppressWarnings("ArrayRecordComponent")
record OneSeries(
    String id,
    int firstStep,
    double[] values,
    double[][] covariates,
    Map<String, String> attributes) {
  boolean negative() {
    for (double value : values) {
      if (value < 0) {
        return true;
      }
    }
    return false;
  }
}
