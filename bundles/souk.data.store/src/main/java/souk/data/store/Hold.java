package souk.data.store;

/** Writers of one store wait as long as it is open. Closed by the thread that opened it. */
interface Hold extends AutoCloseable {
  @Override
  void close();
}
