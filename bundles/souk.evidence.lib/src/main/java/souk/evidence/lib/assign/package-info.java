/** Stratified assignment of units to a plan or its hold-out. */
@NullMarked
package souk.evidence.lib.assign;

import org.jspecify.annotations.NullMarked;
