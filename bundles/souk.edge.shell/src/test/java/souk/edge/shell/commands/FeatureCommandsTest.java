package souk.edge.shell.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import souk.kernel.api.Actor;
import souk.kernel.api.FeatureChange;
import souk.kernel.api.FeatureException;
import souk.kernel.api.FeaturePlan;
import souk.kernel.api.FeatureStatus;
import souk.kernel.api.Features;
import souk.kernel.api.Progress;
import souk.model.Reason;

class FeatureCommandsTest {
  private final List<String> asked = new ArrayList<>();
  private final FeatureCommands commands = new FeatureCommands(new Recorded());

  private final class Recorded implements Features {
    @Override
    public List<FeatureStatus> list() {
      return List.of();
    }

    @Override
    public FeaturePlan plan(FeatureChange change) {
      asked.add("plan " + change.kind() + " " + change.feature());
      throw new FeatureException(Reason.of("feature.unknown", "No feature is known.\nMaybe not."));
    }

    @Override
    public FeaturePlan apply(FeatureChange change, Actor actor, String reason, Progress progress) {
      asked.add(change.kind() + " " + change.feature() + " " + actor.channel() + " " + reason);
      throw new FeatureException(Reason.of("feature.required", "It is required."));
    }

    @Override
    public String upload(InputStream archive, Actor actor) {
      throw new UnsupportedOperationException("upload");
    }
  }

  @Test
  void verbsBecomeChangesWithTheirReason() {
    assertEquals("It is required.\n", commands.features("remove", "a", "old"));
    commands.features("install", "b:b:1", "new");
    commands.features("update", "b", "newer");
    commands.features("undo", "wrong");
    assertEquals(
        List.of(
            "REMOVE a shell old",
            "INSTALL b:b:1 shell new",
            "UPDATE b shell newer",
            "UNDO  shell wrong"),
        asked);
  }

  @Test
  void aPlanIsAskedForWithoutAChange() {
    assertEquals("No feature is known.\nMaybe not.\n", commands.features("plan", "remove", "a"));
    assertEquals(List.of("plan REMOVE a"), asked);
  }

  @Test
  void whatIsIncompleteIsAnsweredByTheUsage() {
    assertTrue(commands.features("remove", "a").contains("FEATURE REASON"));
    assertTrue(commands.features("plan", "mend", "a").contains("Maybe install"));
    assertEquals(List.of(), asked);
  }
}
