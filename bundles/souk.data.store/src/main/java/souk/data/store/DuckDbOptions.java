package souk.data.store;

/**
 * Resources of the warehouse.
 *
 * @param memoryMegabytes at least 64
 * @param threads at least 1
 * @param tempMegabytes disk for intermediate results, at least 1
 */
record DuckDbOptions(int memoryMegabytes, int threads, int tempMegabytes) {
  DuckDbOptions {
    if (memoryMegabytes < 64 || threads < 1 || threads > 256 || tempMegabytes < 1) {
      throw new IllegalArgumentException(
          "The warehouse needs at least 64 MB of memory, 1 to 256 threads and 1 MB of temp space, but got %d MB, %d and %d MB."
              .formatted(memoryMegabytes, threads, tempMegabytes));
    }
  }
}
