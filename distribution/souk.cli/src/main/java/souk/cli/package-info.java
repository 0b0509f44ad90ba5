/** The command line: verbs for people with a terminal; everything goes over HTTP. */
package souk.cli;
