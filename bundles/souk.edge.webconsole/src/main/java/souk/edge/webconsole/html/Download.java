package souk.edge.webconsole.html;

import java.util.function.Consumer;

/**
 * A file that a page gives.
 *
 * @param name file name for the browser
 * @param rows writes the rows
 */
public record Download(String name, Consumer<Csv> rows) {}
