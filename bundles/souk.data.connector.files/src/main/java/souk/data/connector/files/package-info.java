/** CSV, JSON lines and Parquet files as a data source. */
@NullMarked
package souk.data.connector.files;

import org.jspecify.annotations.NullMarked;
