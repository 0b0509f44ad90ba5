package souk.learn.api;

/**
 * A model that was chosen, and how good it is.
 *
 * @param model reads the whole table, with texts and calibration; for {@link Tuning#predict}
 * @param report on rows it did not learn from
 */
public record TunedModel(LearnedModel model, TuningReport report) {}
