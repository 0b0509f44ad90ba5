package souk.demand.lib.calendar;

/** Public holidays of America in the notation of {@link HolidayRule}. */
final class RulesOfAmerica {
  static final String BR =
      """
      01-01 = Confraternização Universal
      easter-48 = Carnaval
      easter-47 = Carnaval
      easter-46 = Início da Quaresma
      easter-2 = Sexta-feira Santa
      04-21 = Tiradentes
      05-01 = Dia do Trabalhador
      easter+60 = Corpus Christi
      09-07 = Independência do Brasil
      10-12 = Nossa Senhora Aparecida
      10-28 = Dia do Servidor Público
      11-02 = Finados
      11-15 = Proclamação da República
      12-24 = Véspera de Natal
      12-25 = Natal
      12-31 = Véspera de Ano-Novo
      """;

  static final String CA =
      """
      01-01 ~sat+2,sun+1 = New Year's Day
      02-mon#3 = Family Day
      easter-2 = Good Friday
      easter+1 = Easter Monday
      05-24<mon = Victoria Day
      07-01 ~sat+2,sun+1 = Canada Day
      08-mon#1 = Civic Holiday
      09-mon#1 = Labour Day
      10-mon#2 = Thanksgiving
      12-25 ~sat+2,sun+2 = Christmas Day
      12-26 ~sat+2,sun+2 = Boxing Day
      """;

  static final String MX =
      """
      01-01 = New Year's Day
      02-mon#1 = Constitution Day
      03-mon#3 = Benito Juárez's birthday
      05-01 = Labour Day
      09-16 = Independence Day
      11-mon#3 = Revolution Day
      12-01 2012..2012 = Change of Federal Government
      12-01 2018..2018 = Change of Federal Government
      10-01 2024..2024 = Change of Federal Government
      10-01 2030..2030 = Change of Federal Government
      12-25 = Christmas Day
      """;

  static final String US =
      """
      01-01 ~sat-1,sun+1 = New Year's Day
      01-mon#3 = Martin Luther King Jr. Day
      02-mon#3 = Washington's Birthday
      05-mon#-1 = Memorial Day
      06-19 2021.. ~sat-1,sun+1 = Juneteenth
      07-04 ~sat-1,sun+1 = Independence Day
      09-mon#1 = Labor Day
      10-mon#2 = Columbus Day
      11-11 ~sat-1,sun+1 = Veterans Day
      11-thu#4 = Thanksgiving
      12-25 ~sat-1,sun+1 = Christmas Day
      """;

  private RulesOfAmerica() {}
}
