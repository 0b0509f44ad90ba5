/** Console page of learned models. */
@NullMarked
package souk.edge.webconsole.models;

import org.jspecify.annotations.NullMarked;
