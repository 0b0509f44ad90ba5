package souk.demand.lib.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Countries whose public holidays are known, by ISO 3166 code. */
public enum Country {
  AU(RulesOfAsia.AU),
  BR(RulesOfAmerica.BR),
  CA(RulesOfAmerica.CA),
  CN(RulesOfAsia.CN),
  DE(RulesOfEurope.DE),
  ES(RulesOfEurope.ES),
  FR(RulesOfEurope.FR),
  GB(RulesOfEurope.GB),
  IN(RulesOfAsia.IN),
  IT(RulesOfEurope.IT),
  JP(RulesOfAsia.JP),
  KR(RulesOfAsia.KR),
  MX(RulesOfAmerica.MX),
  NL(RulesOfEurope.NL),
  PL(RulesOfEurope.PL),
  SE(RulesOfEurope.SE),
  US(RulesOfAmerica.US);

  private final String rules;

  Country(String rules) {
    this.rules = rules;
  }

  /**
   * @throws IllegalArgumentException if the country is not among these; names all
   */
  public static Country of(String code) {
    for (Country country : values()) {
      if (country.name().equals(code.toUpperCase(Locale.ROOT))) {
        return country;
      }
    }
    throw new IllegalArgumentException(
        "There is no calendar of country %s.%nMaybe one of %s was meant."
            .formatted(code, List.of(values())));
  }

  List<HolidayRule> rules() {
    List<HolidayRule> parsed = new ArrayList<>();
    rules.lines().map(HolidayRule::parse).forEach(parsed::add);
    return parsed;
  }
}
