package souk.demand.lib.calendar;

/** Public holidays of Europe in the notation of {@link HolidayRule}. */
final class RulesOfEurope {
  static final String DE =
      """
      01-01 = Neujahr
      easter-2 = Karfreitag
      easter+1 = Ostermontag
      05-01 = Tag der Arbeit
      easter+39 = Christi Himmelfahrt
      easter+50 = Pfingstmontag
      10-03 = Tag der Deutschen Einheit
      12-25 = Erster Weihnachtstag
      12-26 = Zweiter Weihnachtstag
      10-31 2017..2017 = Reformationstag
      """;

  static final String ES =
      """
      01-01 !sun+1 = Año nuevo
      01-06 !sun+1 = Epifanía del Señor
      easter-3 2023.. = Jueves Santo
      easter-2 = Viernes Santo
      05-01 !sun+1 = Día del Trabajador
      08-15 !sun+1 = Asunción de la Virgen
      10-12 !sun+1 = Día de la Hispanidad
      11-01 !sun+1 = Todos los Santos
      12-06 !sun+1 = Día de la Constitución Española
      12-08 !sun+1 = La Inmaculada Concepción
      12-25 !sun+1 = Navidad
      """;

  static final String FR =
      """
      01-01 = Jour de l'an
      easter+1 = Lundi de Pâques
      05-01 = Fête du Travail
      05-08 = Fête de la Victoire
      easter+39 = Ascension
      easter+50 = Lundi de Pentecôte
      07-14 = Fête nationale
      08-15 = Assomption
      11-01 = Toussaint
      11-11 = Armistice
      12-25 = Noël
      """;

  static final String GB =
      """
      01-01 ~sat+2,sun+1 = New Year's Day
      01-02 ~sat+2,sun+2,mon+1 = New Year Holiday (Scotland)
      03-17 ~sat+2,sun+1 = St. Patrick's Day (Northern Ireland)
      easter-2 = Good Friday
      easter+1 = Easter Monday
      05-mon#1 ..2019 = May Day
      05-08 2020..2020 = May Day
      05-mon#1 2021.. = May Day
      05-mon#-1 ..2011 = Spring Bank Holiday
      06-04 2012..2012 = Spring Bank Holiday
      05-mon#-1 2013..2021 = Spring Bank Holiday
      06-02 2022..2022 = Spring Bank Holiday
      05-mon#-1 2023.. = Spring Bank Holiday
      07-12 = Battle of the Boyne (Northern Ireland)
      08-mon#1 = Summer Bank Holiday (Scotland)
      08-mon#-1 = Late Summer Bank Holiday
      11-30 = St. Andrew's Day (Scotland)
      12-25 ~sat+2,sun+2 = Christmas Day
      12-26 ~sat+2,sun+2 = Boxing Day
      04-29 2011..2011 = Royal Wedding
      06-05 2012..2012 = Diamond Jubilee
      06-03 2022..2022 = Platinum Jubilee
      09-19 2022..2022 = State Funeral
      05-08 2023..2023 = Coronation
      """;

  static final String IT =
      """
      01-01 = Capodanno
      01-06 = Epifania del Signore
      easter = Pasqua di Resurrezione
      easter+1 = Lunedì dell'Angelo
      04-25 = Festa della Liberazione
      05-01 = Festa dei Lavoratori
      06-02 = Festa della Repubblica
      08-15 = Assunzione della Vergine
      11-01 = Tutti i Santi
      12-08 = Immacolata Concezione
      12-25 = Natale
      12-26 = Santo Stefano
      """;

  static final String NL =
      """
      01-01 = Nieuwjaarsdag
      easter-2 = Goede Vrijdag
      easter = Eerste Paasdag
      easter+1 = Tweede Paasdag
      04-30 ..2013 !sun-1 = Koninginnedag
      04-27 2014.. !sun-1 = Koningsdag
      05-05 %5 = Bevrijdingsdag
      easter+39 = Hemelvaartsdag
      easter+49 = Eerste Pinksterdag
      easter+50 = Tweede Pinksterdag
      12-25 = Eerste Kerstdag
      12-26 = Tweede Kerstdag
      """;

  static final String PL =
      """
      01-01 = Nowy Rok
      01-06 2011.. = Trzech Króli
      easter = Wielkanoc
      easter+1 = Poniedziałek Wielkanocny
      05-01 = Święto Państwowe
      05-03 = Święto Trzeciego Maja
      easter+49 = Zielone Świątki
      easter+60 = Boże Ciało
      08-15 = Wniebowzięcie Najświętszej Marii Panny
      11-01 = Wszystkich Świętych
      11-11 = Święto Niepodległości
      11-12 2018..2018 = Święto Niepodległości
      12-25 = Boże Narodzenie
      12-26 = Boże Narodzenie
      """;

  static final String SE =
      """
      01-01 = Nyårsdagen
      01-06 = Trettondedag jul
      easter-2 = Långfredagen
      easter = Påskdagen
      easter+1 = Annandag påsk
      05-01 = Första maj
      easter+39 = Kristi himmelsfärdsdag
      easter+49 = Pingstdagen
      06-06 = Sveriges nationaldag
      06-19>fri = Midsommarafton
      06-20>sat = Midsommardagen
      10-31>sat = Alla helgons dag
      12-24 = Julafton
      12-25 = Juldagen
      12-26 = Annandag jul
      12-31 = Nyårsafton
      """;

  private RulesOfEurope() {}
}
