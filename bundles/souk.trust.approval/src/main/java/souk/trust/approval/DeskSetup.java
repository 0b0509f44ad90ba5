package souk.trust.approval;

import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import souk.data.api.Documents;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.DecisionLog;

/**
 * What a desk works with.
 *
 * @param documents the journal
 * @param served what tills see
 * @param guards all guards
 * @param neighbours services that come and go
 * @param terms of the shop, as configured
 * @param secondPerson when two people are needed
 * @param decisions decision log
 * @param audit takes what goes into the audit trail
 * @param clock never goes back
 */
record DeskSetup(
    Documents documents,
    Served served,
    Guards guards,
    Neighbours neighbours,
    Supplier<Terms> terms,
    SecondPerson secondPerson,
    DecisionLog decisions,
    Consumer<AuditEntry> audit,
    Clock clock) {}
