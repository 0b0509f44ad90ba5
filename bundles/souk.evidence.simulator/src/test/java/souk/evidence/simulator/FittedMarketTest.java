package souk.evidence.simulator;

import souk.evidence.lib.market.MarketOptions;
import souk.evidence.spi.MarketSimulator;
import souk.testkit.MarketSimulatorContract;

class FittedMarketTest extends MarketSimulatorContract {
  @Override
  protected MarketSimulator subject() {
    return new FittedMarket(MarketOptions.defaults());
  }
}
