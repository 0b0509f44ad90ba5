/** Embedded warehouse (DuckDB) and journal (SQLite). */
@NullMarked
package souk.data.store;

import org.jspecify.annotations.NullMarked;
