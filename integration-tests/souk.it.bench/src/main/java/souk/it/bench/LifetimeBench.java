package souk.it.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import souk.customer.lib.lifetime.PurchaseDays;
import souk.it.bench.lifetime.CdnowData;
import souk.it.bench.lifetime.HeldOut;
import souk.it.bench.lifetime.RetailPurchases;

/** Expected purchases and spend beside what came, for models and plain rules, at several days. */
final class LifetimeBench {
  private static final String[] RETAIL = {"2011-06-10", "2011-08-10", "2011-09-09", "2011-10-09"};
  private static final int[] AHEAD = {30, 60, 90};

  private LifetimeBench() {}

  static Result run(Arguments options) throws IOException {
    PurchaseDays cdnow = CdnowData.read(DataFolder.of("cdnow"));
    int judged = 0;
    judged += judge("cdnow", cdnow, CdnowData.CALIBRATION, 273);
    judged += judge("cdnow", cdnow, CdnowData.CALIBRATION, 91);
    PurchaseDays retail =
        RetailPurchases.read(
            Path.of(System.getProperty("souk.root", "."))
                .resolve("distribution/souk.distribution/src/main/dist/demo/online_retail.csv.gz"));
    for (String day : RETAIL) {
      int origin = (int) LocalDate.parse(day).toEpochDay();
      for (int ahead : AHEAD) {
        if (origin + ahead <= RetailPurchases.END + 1) {
          judged += judge("online_retail", retail, origin, ahead);
        }
      }
    }
    return new Result("lifetime").with("judged", judged);
  }

  private static int judge(String set, PurchaseDays days, int origin, int ahead) {
    System.out.printf("%s after %s, %d days%n", set, LocalDate.ofEpochDay(origin), ahead);
    System.out.println(new HeldOut(days, origin, ahead).table());
    return 1;
  }
}
