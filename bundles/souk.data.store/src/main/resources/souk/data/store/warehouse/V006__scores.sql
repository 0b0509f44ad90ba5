-- What customers will probably do, by run; where a run came from stands in model_run under the kind
-- "score". spend_minor: expected spend in minor units of currency. reasons_json: codes, texts and
-- arguments. Whoever is erased is deleted here by customer_id.
CREATE TABLE score (
  run_id VARCHAR NOT NULL,
  customer_id VARCHAR NOT NULL,
  buys DOUBLE NOT NULL,
  churned DOUBLE NOT NULL,
  purchases DOUBLE NOT NULL,
  purchases_low DOUBLE NOT NULL,
  purchases_high DOUBLE NOT NULL,
  spend_minor BIGINT NOT NULL,
  currency VARCHAR NOT NULL,
  next_purchase_days DOUBLE,
  reasons_json VARCHAR NOT NULL
);
