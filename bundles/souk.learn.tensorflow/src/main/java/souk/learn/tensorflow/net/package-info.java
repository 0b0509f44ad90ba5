/** Networks as graphs. */
@NullMarked
package souk.learn.tensorflow.net;

import org.jspecify.annotations.NullMarked;
