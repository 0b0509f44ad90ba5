package souk.kernel.api;

/** Long work of a job. Returns its result as a JSON object. */
@FunctionalInterface
public interface JobWork {
  String run(Progress progress) throws Exception;
}
