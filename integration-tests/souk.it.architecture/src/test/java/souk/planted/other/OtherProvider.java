package souk.planted.other;

/** Nobody may use a provider. */
public final class OtherProvider {}
