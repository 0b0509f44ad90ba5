package souk.edge.webconsole.configuration;

import java.util.List;

/**
 * The form of one component's configuration.
 *
 * @param pid persistent identity
 * @param factory whether there may be several configurations of it
 * @param room for example {@code demand}
 * @param bundle symbolic name of the bundle
 * @param name for people
 * @param description what the component does
 * @param fields in order of declaration
 */
record Form(
    String pid,
    boolean factory,
    String room,
    String bundle,
    String name,
    String description,
    List<Field> fields) {}
