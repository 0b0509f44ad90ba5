/** Web console pages and its security. */
@NullMarked
package souk.edge.webconsole;

import org.jspecify.annotations.NullMarked;
