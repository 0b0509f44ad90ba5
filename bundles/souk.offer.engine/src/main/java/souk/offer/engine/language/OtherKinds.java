package souk.offer.engine.language;

import java.util.List;
import souk.model.Reason;
import souk.model.Spec;

/** Kinds that come from other bundles. */
interface OtherKinds {
  /** None at all. */
  OtherKinds NONE =
      new OtherKinds() {
        @Override
        public List<String> names(Role role) {
          return List.of();
        }

        @Override
        public List<Reason> validate(Role role, Spec spec) {
          return List.of();
        }
      };

  /** Names of the kinds that some bundle evaluates now, built-in ones among them. */
  List<String> names(Role role);

  /** What the evaluator of a kind says of a spec. */
  List<Reason> validate(Role role, Spec spec);
}
