/** Market simulator fitted on the loaded data. */
@NullMarked
package souk.evidence.simulator;

import org.jspecify.annotations.NullMarked;
