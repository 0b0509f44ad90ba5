package souk.it.peers;

import java.util.Comparator;
import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieContainer;
import souk.it.bench.quotes.Market;
import souk.it.bench.quotes.Promotion;

/** Rules compiled to Java classes: the engine's executable model, its fastest form. */
final class Rules {
  private Rules() {}

  static List<Promotion> byPriority(Market market) {
    return market.promotions().stream()
        .sorted(
            Comparator.comparingInt((Promotion p) -> -p.priority()).thenComparing(Promotion::id))
        .toList();
  }

  static KieContainer container(String text) {
    KieServices services = KieServices.get();
    KieFileSystem files = services.newKieFileSystem();
    files.write("src/main/resources/rules.drl", text);
    KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
    if (builder.getResults().hasMessages(Message.Level.ERROR)) {
      throw new IllegalStateException(
          "The rules cannot be compiled: " + builder.getResults().getMessages());
    }
    return services.newKieContainer(builder.getKieModule().getReleaseId());
  }
}
