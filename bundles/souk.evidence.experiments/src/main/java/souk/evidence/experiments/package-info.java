/** Randomised hold-outs and their ledger. */
@NullMarked
package souk.evidence.experiments;

import org.jspecify.annotations.NullMarked;
