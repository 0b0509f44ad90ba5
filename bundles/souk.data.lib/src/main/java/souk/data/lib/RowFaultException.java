package souk.data.lib;

/** Carries a fault out of a parser; cheap, without a stack trace. */
final class RowFaultException extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient RowFault fault;

  RowFaultException(RowFault fault) {
    super(fault.code(), null, false, false);
    this.fault = fault;
  }

  RowFault fault() {
    return fault;
  }
}
