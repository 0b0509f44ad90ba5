package souk.customer.recommendation;

import souk.customer.spi.Recommender;
import souk.testkit.RecommenderContract;

class PopularityTest extends RecommenderContract {
  @Override
  protected Recommender subject() {
    return new Popularity();
  }
}
