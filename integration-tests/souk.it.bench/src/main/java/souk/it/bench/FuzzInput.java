package souk.it.bench;

import java.util.Map;

/**
 * One source to load.
 *
 * @param kind what was made of it, for the record
 * @param name of the file
 * @param bytes content of the file
 * @param options of the connector
 * @param mapping JSON
 */
record FuzzInput(
    String kind, String name, byte[] bytes, Map<String, String> options, String mapping) {}
