package souk.kernel.runtime.routing;

import java.util.Optional;

/**
 * A strategy that was leased for work before the work asks for its role.
 *
 * @param type as the work asks for it
 * @param service the strategy
 * @param fallbackReason why it is not the selected one, if it is not
 * @param last true if nobody could answer instead
 */
record Choice(
    Role role,
    Class<?> type,
    Slot slot,
    int lease,
    Object service,
    Optional<String> fallbackReason,
    boolean last) {}
