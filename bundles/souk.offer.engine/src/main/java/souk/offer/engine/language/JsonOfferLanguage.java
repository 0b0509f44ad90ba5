package souk.offer.engine.language;

import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import souk.kernel.api.StrategyRouter;
import souk.model.Reason;
import souk.offer.api.Offer;
import souk.offer.api.OfferDocument;
import souk.offer.api.OfferLanguage;
import souk.offer.api.OfferReading;
import souk.offer.api.OfferSurroundings;

/** The language of offers, version 1. Kinds of other bundles are asked through the router. */
@Component
public final class JsonOfferLanguage implements OfferLanguage {
  private static final long DEADLINE_MILLIS = 200;

  private final Schema schema = Schema.load();
  private final ReasonTexts chinese = ReasonTexts.chinese();
  private final OtherKinds others;

  @Activate
  public JsonOfferLanguage(@Reference StrategyRouter router) {
    this(new RoutedKinds(router, DEADLINE_MILLIS));
  }

  JsonOfferLanguage(OtherKinds others) {
    this.others = others;
  }

  @Override
  public String schema() {
    return schema.text();
  }

  @Override
  public OfferReading read(byte[] json, OfferSurroundings around) {
    return new DocumentReader(schema, others, around).read(json);
  }

  @Override
  public String write(OfferDocument document) {
    return new DocumentWriter(schema).write(document);
  }

  @Override
  public String write(Offer offer) {
    return new DocumentWriter(schema).write(offer);
  }

  @Override
  public String say(Reason reason, Locale locale) {
    return locale.getLanguage().equals("zh") ? chinese.say(reason) : reason.text();
  }
}
