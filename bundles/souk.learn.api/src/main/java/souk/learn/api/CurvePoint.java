package souk.learn.api;

/**
 * Where a training stands after one epoch. Since 1.1.0.
 *
 * @param epoch from 1
 * @param loss mean over the training rows while they were learned
 * @param validationLoss mean over the validation rows after the epoch; NaN if there are none
 * @param millis since the training began
 */
public record CurvePoint(int epoch, double loss, double validationLoss, long millis) {}
