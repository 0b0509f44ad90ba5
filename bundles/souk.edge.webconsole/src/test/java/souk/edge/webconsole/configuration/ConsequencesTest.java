package souk.edge.webconsole.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ConsequencesTest {
  @Test
  void aFailureIsToldInTheWordsOfItsInnermostCause() {
    String trace =
        """
        java.lang.reflect.InvocationTargetException
        \tat org.apache.felix.scr.Some(Some.java:1)
        Caused by: java.lang.IllegalStateException: outer
        \tat souk.Some(Some.java:1)
        Caused by: java.nio.file.NoSuchFileException: /proc/none
        \t... 3 more
        """;
    assertEquals("NoSuchFileException: /proc/none", Consequences.words(trace));
    assertEquals("OutOfPatience", Consequences.words("souk.OutOfPatience"));
  }
}
