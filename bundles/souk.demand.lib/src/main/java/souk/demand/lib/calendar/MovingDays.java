package souk.demand.lib.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Days that follow the moon, {@value #FROM} to {@value #UNTIL}, month and day per year. Source: the
 * holidays of Prophet and python-holidays as kept by facebookexperimental/Robyn (MIT). A year
 * beyond the table is refused, not guessed.
 */
final class MovingDays {
  static final int FROM = 2009;
  static final int UNTIL = 2030;

  private static final Map<String, String> TABLE =
      Map.ofEntries(
          // First day of the Chinese year
          Map.entry(
              "spring",
              "09:0126 10:0214 11:0203 12:0123 13:0210 14:0131 15:0219 16:0208 17:0128 "
                  + "18:0216 19:0205 20:0125 21:0212 22:0201 23:0122 24:0210 25:0129 26:0217 "
                  + "27:0206 28:0126 29:0213 30:0203"),
          // Dragon Boat Festival, 5th day of the 5th month
          Map.entry(
              "dragon",
              "09:0528 10:0616 11:0606 12:0623 13:0612 14:0602 15:0620 16:0609 17:0530 "
                  + "18:0618 19:0607 20:0625 21:0614 22:0603 23:0622 24:0610 25:0531 26:0619 "
                  + "27:0609 28:0528 29:0616 30:0605"),
          // Mid-Autumn Festival, 15th day of the 8th month
          Map.entry(
              "autumn",
              "09:1003 10:0922 11:0912 12:0930 13:0919 14:0908 15:0927 16:0915 17:1004 "
                  + "18:0924 19:0913 20:1001 21:0921 22:0910 23:0929 24:0917 25:1006 26:0925 "
                  + "27:0915 28:1003 29:0922 30:0912"),
          // First day of the Korean year
          Map.entry(
              "seollal",
              "09:0126 10:0214 11:0203 12:0123 13:0210 14:0131 15:0219 16:0208 17:0128 "
                  + "18:0216 19:0205 20:0125 21:0212 22:0201 23:0122 24:0210 25:0129 26:0217 "
                  + "27:0207 28:0127 29:0213 30:0203"),
          // Buddha's birthday in Korea, 8th day of the 4th month
          Map.entry(
              "buddha",
              "09:0502 10:0521 11:0510 12:0528 13:0517 14:0506 15:0525 16:0514 17:0503 "
                  + "18:0522 19:0512 20:0430 21:0519 22:0508 23:0527 24:0515 25:0505 26:0524 "
                  + "27:0513 28:0502 29:0520 30:0509"),
          // 15th day of the 8th month in Korea
          Map.entry(
              "chuseok",
              "09:1003 10:0922 11:0912 12:0930 13:0919 14:0908 15:0927 16:0915 17:1004 "
                  + "18:0924 19:0913 20:1001 21:0921 22:0910 23:0929 24:0917 25:1006 26:0925 "
                  + "27:0915 28:1003 29:0922 30:0912"),
          // Substitute holidays of Korea
          Map.entry(
              "substitute",
              "14:0910 15:0929 16:0210 17:0130 18:0507,0926 19:0506 20:0127,0817 "
                  + "21:0816,1004,1011 22:0912,1010 23:0124 24:0212,0506 25:0303,0506,1008 "
                  + "26:0302,0817,1005 27:0209,0816,1004,1011 28:1005 29:0507,0924 "
                  + "30:0205,0506"),
          // Day of Ashura, estimated
          Map.entry(
              "ashura",
              "09:0107,1227 10:1216 11:1205 12:1124 13:1113 14:1103 15:1023 16:1011 "
                  + "17:0930 18:0920 19:0909 20:0829 21:0818 22:0808 23:0728 24:0716 25:0705 "
                  + "26:0625 27:0615 28:0603 29:0523 30:0512"),
          // Mawlid, estimated
          Map.entry(
              "mawlid",
              "09:0309 10:0226 11:0215 12:0204 13:0124 14:0113 15:0103,1223 16:1211 "
                  + "17:1130 18:1120 19:1109 20:1029 21:1018 22:1008 23:0927 24:0915 25:0904 "
                  + "26:0825 27:0814 28:0803 29:0724 30:0713"),
          // Holi
          Map.entry(
              "holi",
              "09:0311 10:0301 11:0320 12:0308 13:0327 14:0317 15:0306 16:0324 17:0313 "
                  + "18:0302 19:0321 20:0310 21:0329 22:0318 23:0308 24:0325 25:0314 26:0304 "
                  + "27:0322 28:0311 29:0301 30:0320"),
          // Eid ul-Fitr, estimated
          Map.entry(
              "fitr",
              "09:0920,0921 10:0910,0911 11:0830,0831 12:0819,0820 13:0808,0809 "
                  + "14:0728,0729 15:0717,0718 16:0706,0707 17:0625,0626 18:0615,0616 "
                  + "19:0604,0605 20:0524,0525 21:0513,0514 22:0502,0503 23:0421,0422 "
                  + "24:0410,0411 25:0330,0331 26:0320,0321 27:0309,0310 28:0226,0227 "
                  + "29:0214,0215 30:0204,0205"),
          // Diwali
          Map.entry(
              "diwali",
              "09:1017 10:1105 11:1026 12:1113 13:1103 14:1023 15:1111 16:1030 17:1019 "
                  + "18:1107 19:1027 20:1114 21:1104 22:1024 23:1112 24:1101 25:1020 26:1108 "
                  + "27:1029 28:1017 29:1105 30:1026"),
          // Eid al-Adha, estimated
          Map.entry(
              "adha",
              "09:1127,1128 10:1116,1117 11:1106,1107 12:1026,1027 13:1015,1016 "
                  + "14:1004,1005 15:0923,0924 16:0911,0912 17:0901,0902 18:0821,0822 "
                  + "19:0811,0812 20:0731,0801 21:0720,0721 22:0709,0710 23:0628,0629 "
                  + "24:0616,0617 25:0606,0607 26:0527,0528 27:0516,0517 28:0505,0506 "
                  + "29:0424,0425 30:0413,0414"));

  private MovingDays() {}

  /** The days of that name by year. */
  static Map<Integer, List<LocalDate>> of(String name) {
    String text = TABLE.get(name);
    if (text == null) {
      throw new IllegalArgumentException("There is no table of the moving day %s.".formatted(name));
    }
    Map<Integer, List<LocalDate>> days = new TreeMap<>();
    for (String word : text.split(" ", -1)) {
      int year = 2000 + Integer.parseInt(word.substring(0, 2));
      days.put(
          year,
          List.of(word.substring(3).split(",", -1)).stream()
              .map(
                  day ->
                      LocalDate.of(
                          year,
                          Integer.parseInt(day.substring(0, 2)),
                          Integer.parseInt(day.substring(2))))
              .toList());
    }
    return days;
  }
}
