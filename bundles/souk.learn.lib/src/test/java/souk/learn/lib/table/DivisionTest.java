package souk.learn.lib.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import souk.learn.lib.linear.LinearModel;
import souk.learn.lib.linear.LinearOptions;

class DivisionTest {
  private static final int ROWS = 400;
  private static final int[] LEARN = IntStream.range(0, 300).toArray();
  private static final int[] JUDGE = IntStream.range(300, ROWS).toArray();

  /** The rows to judge by, or one to learn from, may be far off. */
  private static Sample sample(int from, int until) {
    Random random = new Random(4);
    double[][] rows = new double[ROWS][3];
    double[] target = new double[ROWS];
    for (int r = 0; r < ROWS; r++) {
      boolean far = r >= from && r < until;
      rows[r][0] = random.nextGaussian() * (far ? 1e6 : 1);
      rows[r][1] = Math.exp(random.nextGaussian()) + (far ? 1e9 : 0);
      rows[r][2] = far ? 7 : random.nextInt(3);
      target[r] = rows[r][0] + random.nextGaussian();
    }
    return Sample.of(rows, target, new boolean[] {false, false, true});
  }

  private static byte[] learned(Sample sample) throws IOException {
    LearningRows rows = Division.of(sample, LEARN, JUDGE).learning();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    Design.of(rows, 5).write(out);
    LinearModel.fit(rows, new LinearOptions(0.01, 0.5, false)).write(out);
    return bytes.toByteArray();
  }

  @Test
  void scalesKnowNothingOfTheRowsToJudgeBy() throws IOException {
    byte[] plain = learned(sample(0, 0));
    assertArrayEquals(plain, learned(sample(300, ROWS)));
    assertFalse(Arrays.equals(plain, learned(sample(299, 300))), "one row learned from is seen");
  }

  @Test
  void rowsAreOnOneSide() {
    Sample all = sample(0, 0);
    Division division = Division.of(all, LEARN, JUDGE);
    assertEquals(300, division.learning().size());
    assertEquals(100, division.judged().size());
    assertThrows(IllegalArgumentException.class, () -> Division.of(all, LEARN, new int[] {299}));
    assertThrows(IllegalArgumentException.class, () -> Division.of(all, new int[0], JUDGE));
  }

  /** Nothing that is fitted can be made of rows that were not set apart for it. */
  @Test
  void typesLeaveNoOtherWay() {
    for (Class<?> fitted : List.of(Design.class, LinearModel.class)) {
      List<Executable> doors =
          Stream.<Executable>concat(
                  Arrays.stream(fitted.getDeclaredMethods())
                      .filter(method -> makes(method, fitted)),
                  Arrays.stream(fitted.getDeclaredConstructors()))
              .filter(door -> !Modifier.isPrivate(door.getModifiers()))
              .toList();
      assertTrue(
          doors.stream().anyMatch(door -> takes(door, Set.of(LearningRows.class))),
          fitted + " can be fitted");
      assertTrue(
          doors.stream().noneMatch(door -> takes(door, Set.of(Sample.class, double[][].class))),
          fitted + " has another door: " + doors);
    }
    for (Constructor<?> constructor : LearningRows.class.getDeclaredConstructors()) {
      assertFalse(Modifier.isPublic(constructor.getModifiers()), constructor + " is public");
    }
  }

  private static boolean makes(Method method, Class<?> type) {
    return Modifier.isStatic(method.getModifiers()) && method.getReturnType() == type;
  }

  private static boolean takes(Executable door, Set<Class<?>> types) {
    return Arrays.stream(door.getParameterTypes()).anyMatch(types::contains);
  }
}
