package souk.offer.lib.compiled;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One offer of a set, looked at for one cart.
 *
 * @param offer position in the set
 * @param applied true if the quote contains it
 * @param failures per condition, in order: why it does not hold, null if it does
 * @param value what the offer alone would take off, floors and budget respected; −1 if its bundle
 *     cannot say
 * @param why what stands against it; null if it applies
 * @param nearMiss what is missing for how much more; null if nothing is known
 * @param cut what floors or its budget kept back, in minor units
 */
public record Finding(
    int offer,
    boolean applied,
    List<@Nullable Miss> failures,
    long value,
    @Nullable Miss why,
    @Nullable Miss nearMiss,
    long cut) {}
