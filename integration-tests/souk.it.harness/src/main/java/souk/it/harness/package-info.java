/** The distribution under test, driven from outside. */
package souk.it.harness;
