package souk.data.lib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names with stars and question marks. */
class CodePatternTest {
  @ParameterizedTest
  @CsvSource({
    "POST,POST,true",
    "POST,post,true",
    "POST,POSTER,false",
    "gift_*,GIFT_0001_20,true",
    "gift_*,a gift_,false",
    "M?,m1,true",
    "M?,M,false",
    "A.C,ABC,false",
    "*,anything,true"
  })
  void matchesAsWritten(String name, String code, boolean expected) {
    assertEquals(expected, new CodePattern(List.of("DOT", name)).matches(code));
  }

  @Test
  void manyStarsDoNotTakeForever() {
    CodePattern stars = new CodePattern(List.of("*a*a*a*a*a*a*b"));
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertEquals(false, stars.matches("a".repeat(10_000))));
  }
}
