/**
 * Sequential tests that stay valid however often one looks: plain mathematics, no framework.
 *
 * <p>An e-process is a non-negative process that starts at 1 and, while the hypothesis holds, is
 * not expected to grow; by Ville's inequality the chance that it ever reaches 1 / alpha is at most
 * alpha.
 */
@NullMarked
package souk.kernel.runtime.sequential;

import org.jspecify.annotations.NullMarked;
