package souk.it.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import souk.it.harness.Line;
import souk.it.harness.Platform;
import souk.it.harness.Shop;

/** Carts of ten lines paid over HTTP: quoted, counted and durable before the answer. */
final class RedeemOverHttp {
  private static final int LINES = 32;
  private static final int ARTICLES = 10;

  private RedeemOverHttp() {}

  static long perSecond(Path folder, int seconds) throws Exception {
    Path place = Files.createDirectories(folder.resolve("http"));
    try (Platform platform = Platform.start(place)) {
      Shop.open(platform, place);
      ObjectNode cart = Shop.cartWithOffer(platform, ARTICLES);
      load(platform, cart, "warm", Math.max(1, seconds / 2));
      return load(platform, cart, "run", seconds);
    }
  }

  private static long load(Platform platform, ObjectNode cart, String name, int seconds)
      throws IOException, InterruptedException {
    String key = platform.key("till");
    AtomicLong done = new AtomicLong();
    AtomicLong failed = new AtomicLong();
    Thread[] tills = new Thread[LINES];
    long begin = System.nanoTime();
    for (int t = 0; t < LINES; t++) {
      int till = t;
      tills[t] =
          new Thread(
              () -> {
                try (Line line = new Line(platform.url())) {
                  for (int i = 0; System.nanoTime() - begin < seconds * 1_000_000_000L; i++) {
                    String order = name + "-" + till + "-" + i;
                    ObjectNode body = Platform.object().put("orderId", order);
                    body.set("cart", cart);
                    Line.Answer answer =
                        line.post(
                            "/redemptions",
                            body.toString().getBytes(StandardCharsets.UTF_8),
                            key,
                            order);
                    if (answer.status() == 200) {
                      done.incrementAndGet();
                    } else if (failed.getAndIncrement() == 0) {
                      System.err.println(answer.status() + " " + answer.text());
                    }
                  }
                } catch (IOException e) {
                  failed.incrementAndGet();
                  System.err.println(e);
                }
              });
      tills[t].start();
    }
    for (Thread till : tills) {
      till.join();
    }
    if (failed.get() > 0) {
      throw new IllegalStateException(failed + " redemptions over HTTP failed.");
    }
    return done.get() * 1_000_000_000L / (System.nanoTime() - begin);
  }
}
