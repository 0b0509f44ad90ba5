/** What a Transformer that was pre-trained on events brings, beside trees and recency. */
package souk.it.bench.behavior;
