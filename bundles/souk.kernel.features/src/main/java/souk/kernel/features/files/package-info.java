/** Feature files, where they lie and which are in force. */
@NullMarked
package souk.kernel.features.files;

import org.jspecify.annotations.NullMarked;
