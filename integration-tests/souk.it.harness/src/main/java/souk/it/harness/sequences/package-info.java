/** Networks over sequences, measured from inside the platform. */
package souk.it.harness.sequences;
