package souk.data.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Says how good the loaded data are, over all loads. */
@ProviderType
public interface DataQuality {
  /** Most severe first. */
  List<QualityFinding> findings();
}
