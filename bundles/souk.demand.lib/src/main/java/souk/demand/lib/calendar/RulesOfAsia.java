package souk.demand.lib.calendar;

/** Public holidays of Asia and Australia in the notation of {@link HolidayRule}. */
final class RulesOfAsia {
  static final String AU =
      """
      01-01 ~sat+2,sun+1 = New Year's Day
      01-26 ~sat+2,sun+1 = Australia Day
      easter-2 = Good Friday
      easter+1 = Easter Monday
      04-25 = Anzac Day
      12-25 ~sat+2,sun+2 = Christmas Day
      12-26 ~sat+2,sun+2 = Boxing Day
      09-22 2022..2022 = National Day of Mourning
      """;

  static final String CN =
      """
      01-01 = New Year's Day
      @spring-1 ..2013 = Spring Festival
      @spring = Spring Festival
      @spring+1 = Spring Festival
      @spring+2 2014.. = Spring Festival
      qingming = Tomb-Sweeping Day
      05-01 = Labour Day
      @dragon = Dragon Boat Festival
      10-01 = National Day
      10-02 = National Day
      10-03 = National Day
      @autumn = Mid-Autumn Festival
      """;

  static final String IN =
      """
      @ashura = Day of Ashura
      01-14 = Makar Sankranti / Pongal
      01-26 = Republic Day
      @mawlid = Mawlid
      @holi = Holi
      easter-7 = Palm Sunday
      easter-2 = Good Friday
      easter = Easter Sunday
      05-01 = Labour Day
      easter+49 = Feast of Pentecost
      08-15 = Independence Day
      @fitr = Eid ul-Fitr
      10-02 = Gandhi Jayanti
      @diwali = Diwali
      @adha = Eid al-Adha
      12-25 = Christmas Day
      """;

  static final String JP =
      """
      01-01 = New Year's Day
      01-mon#2 = Coming of Age Day
      02-11 = Foundation Day
      02-23 2020.. = Emperor's Birthday
      equinox-spring = Vernal Equinox Day
      04-29 = Showa Day
      05-01 2019..2019 = Enthronement Day
      05-03 = Constitution Day
      05-04 = Greenery Day
      05-05 = Children's Day
      07-mon#3 ..2019 = Marine Day
      07-23 2020..2020 = Marine Day
      07-22 2021..2021 = Marine Day
      07-mon#3 2022.. = Marine Day
      08-11 2016..2019 = Mountain Day
      08-10 2020..2020 = Mountain Day
      08-08 2021..2021 = Mountain Day
      08-11 2022.. = Mountain Day
      09-mon#3 = Respect for the Aged Day
      equinox-autumn = Autumnal Equinox Day
      10-mon#2 ..2019 = Sports Day
      07-24 2020..2020 = Sports Day
      07-23 2021..2021 = Sports Day
      10-mon#2 2022.. = Sports Day
      10-22 2019..2019 = Enthronement Ceremony
      11-03 = Culture Day
      11-23 = Labor Thanksgiving Day
      12-23 ..2018 = Emperor's Birthday
      """;

  static final String KR =
      """
      01-01 = New Year's Day
      @seollal-1 = Lunar New Year
      @seollal = Lunar New Year
      @seollal+1 = Lunar New Year
      03-01 = Independence Movement Day
      05-01 = Labour Day
      @buddha = Birthday of the Buddha
      05-05 = Children's Day
      06-06 = Memorial Day
      08-15 = Liberation Day
      @chuseok-1 = Chuseok
      @chuseok = Chuseok
      @chuseok+1 = Chuseok
      10-03 = National Foundation Day
      10-09 2013.. = Hangeul Day
      12-25 = Christmas Day
      @substitute = Substitute holiday
      """;

  private RulesOfAsia() {}
}
