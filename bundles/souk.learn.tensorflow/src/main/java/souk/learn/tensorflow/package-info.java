/** Networks over sequences through TensorFlow and DJL. */
@NullMarked
package souk.learn.tensorflow;

import org.jspecify.annotations.NullMarked;
