/** Tables and queries of databases as a data source. */
@NullMarked
package souk.data.connector.jdbc;

import org.jspecify.annotations.NullMarked;
