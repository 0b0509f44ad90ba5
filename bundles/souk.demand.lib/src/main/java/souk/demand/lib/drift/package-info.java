/** Whether errors have grown since a model was judged. */
@NullMarked
package souk.demand.lib.drift;

import org.jspecify.annotations.NullMarked;
