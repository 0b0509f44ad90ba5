/** How well it is told what customers will buy. */
package souk.it.bench.lifetime;
