/** A market fitted on observed sales that answers to prices and offers. */
@NullMarked
package souk.evidence.lib.market;

import org.jspecify.annotations.NullMarked;
