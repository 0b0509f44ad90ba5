/** Starts the platform: reads feature files, fills the framework, keeps one process per state. */
package souk.launcher;
