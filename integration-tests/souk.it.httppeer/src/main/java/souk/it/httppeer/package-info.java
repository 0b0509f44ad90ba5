/** Servlets that do as little as can be done, beside the platform's own. */
package souk.it.httppeer;
