/** Linear and logistic regression. */
@NullMarked
package souk.learn.lib.linear;

import org.jspecify.annotations.NullMarked;
