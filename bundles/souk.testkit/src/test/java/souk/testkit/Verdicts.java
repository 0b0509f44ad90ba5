package souk.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a contract on a planted strategy and tells which of its tests failed. */
final class Verdicts {
  private Verdicts() {}

  /** Names of the failed tests; all tests if there are none to run. */
  static Set<String> failing(Class<?> planted) {
    Set<String> failing = new TreeSet<>();
    int[] run = {0};
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(planted)).build();
    Launcher launcher = LauncherFactory.create();
    launcher.execute(
        request,
        new TestExecutionListener() {
          @Override
          public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            run[0] += test.isTest() ? 1 : 0;
            if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
              failing.add(test.getDisplayName().replaceAll("\\(.*", ""));
            }
          }
        });
    if (run[0] == 0) {
      throw new IllegalStateException(planted + " holds no test.");
    }
    return failing;
  }

  /** A strategy whose every method throws. */
  static <S> S throwing(Class<S> role) {
    return role.cast(
        Proxy.newProxyInstance(
            role.getClassLoader(),
            new Class<?>[] {role},
            (proxy, method, arguments) -> {
              throw new IllegalStateException("planted");
            }));
  }
}
