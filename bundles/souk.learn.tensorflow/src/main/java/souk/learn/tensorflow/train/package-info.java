/** The process that trains. */
@NullMarked
package souk.learn.tensorflow.train;

import org.jspecify.annotations.NullMarked;
