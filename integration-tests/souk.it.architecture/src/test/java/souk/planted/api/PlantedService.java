package souk.planted.api;

import org.slf4j.Logger;
import souk.planted.lib.PlantedMathematics;

/** Violates: a lib type and a third-party type in a service signature. */
public interface PlantedService {
  PlantedMathematics mathematics();

  Logger logger();
}
