package souk.offer.engine.language;

import souk.offer.spi.ConditionKind;
import souk.offer.spi.EffectKind;

/** What a kind is a kind of. */
enum Role {
  CONDITION("condition", ConditionKind.class),
  EFFECT("effect", EffectKind.class);

  private final String word;
  private final Class<?> type;

  Role(String word, Class<?> type) {
    this.word = word;
    this.type = type;
  }

  /** For messages. */
  String word() {
    return word;
  }

  /** Of the definitions in the schema. */
  String prefix() {
    return word + "-";
  }

  /** Role of the router. */
  Class<?> type() {
    return type;
  }

  Role other() {
    return this == CONDITION ? EFFECT : CONDITION;
  }
}
