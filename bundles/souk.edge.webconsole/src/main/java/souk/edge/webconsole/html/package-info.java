/** What the pages share. */
@NullMarked
package souk.edge.webconsole.html;

import org.jspecify.annotations.NullMarked;
