/** Figures for monitors in Prometheus text format. */
@NullMarked
package souk.edge.shell.metrics;

import org.jspecify.annotations.NullMarked;
