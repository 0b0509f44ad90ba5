package souk.offer.engine;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import souk.kernel.spi.RoleProbe;
import souk.offer.spi.EffectKind;

/** An effect kind is found by its name; only its offer can say whether it works. */
@Component(service = RoleProbe.class)
public final class EffectKindProbe implements RoleProbe {
  @Override
  public String role() {
    return EffectKind.class.getSimpleName();
  }

  @Override
  public Optional<String> probe(Object strategy) {
    return strategy instanceof EffectKind
        ? Optional.empty()
        : Optional.of("it is no EffectKind of this contract version");
  }

  @Override
  public boolean calledByName() {
    return true;
  }
}
