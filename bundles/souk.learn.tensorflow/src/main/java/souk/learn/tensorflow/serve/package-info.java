/** Learned networks that answer. */
@NullMarked
package souk.learn.tensorflow.serve;

import org.jspecify.annotations.NullMarked;
