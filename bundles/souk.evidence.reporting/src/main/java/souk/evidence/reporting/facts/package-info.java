/** Collects what a report tells from the services that are there. */
@NullMarked
package souk.evidence.reporting.facts;

import org.jspecify.annotations.NullMarked;
