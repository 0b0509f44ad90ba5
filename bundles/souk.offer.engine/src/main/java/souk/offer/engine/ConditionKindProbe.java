package souk.offer.engine;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import souk.kernel.spi.RoleProbe;
import souk.offer.spi.ConditionKind;

/** A condition kind is found by its name; only its offer can say whether it works. */
@Component(service = RoleProbe.class)
public final class ConditionKindProbe implements RoleProbe {
  @Override
  public String role() {
    return ConditionKind.class.getSimpleName();
  }

  @Override
  public Optional<String> probe(Object strategy) {
    return strategy instanceof ConditionKind
        ? Optional.empty()
        : Optional.of("it is no ConditionKind of this contract version");
  }

  @Override
  public boolean calledByName() {
    return true;
  }
}
