-- Times are UTC. Quantities and prices are decimals of scale 6 in major units; amounts are minor
-- units. load_id names the load that wrote the row last. Empty text means "unknown".
CREATE TABLE load (
  load_id VARCHAR NOT NULL,
  connector VARCHAR NOT NULL,
  location VARCHAR NOT NULL,
  fingerprint VARCHAR NOT NULL,
  source VARCHAR NOT NULL,
  domain_table VARCHAR NOT NULL,
  started_at TIMESTAMP NOT NULL,
  duration_millis BIGINT NOT NULL,
  rows_read BIGINT NOT NULL,
  rows_loaded BIGINT NOT NULL,
  rows_unchanged BIGINT NOT NULL,
  rows_quarantined BIGINT NOT NULL,
  identical_lines BIGINT NOT NULL,
  reasons_json VARCHAR NOT NULL,
  flags_json VARCHAR NOT NULL,
  currency VARCHAR NOT NULL,
  source_total VARCHAR NOT NULL,
  loaded_total VARCHAR NOT NULL,
  quarantined_total VARCHAR NOT NULL,
  rounding_difference VARCHAR NOT NULL
);
CREATE TABLE quarantine (
  load_id VARCHAR NOT NULL,
  row_number BIGINT NOT NULL,
  column_name VARCHAR NOT NULL,
  value VARCHAR NOT NULL,
  reason_code VARCHAR NOT NULL,
  reason_text VARCHAR NOT NULL,
  raw VARCHAR NOT NULL
);
CREATE TABLE product (
  sku VARCHAR NOT NULL,
  description VARCHAR NOT NULL,
  category VARCHAR NOT NULL,
  is_article BOOLEAN NOT NULL,
  load_id VARCHAR NOT NULL
);
CREATE TABLE customer (
  customer_key VARCHAR NOT NULL,
  country VARCHAR NOT NULL,
  load_id VARCHAR NOT NULL
);
CREATE TABLE store (
  store_id VARCHAR NOT NULL,
  zone VARCHAR NOT NULL,
  load_id VARCHAR NOT NULL
);
CREATE TABLE channel (
  channel_id VARCHAR NOT NULL,
  load_id VARCHAR NOT NULL
);
CREATE TABLE sales_order (
  order_no INTEGER NOT NULL,
  source VARCHAR NOT NULL,
  store_id VARCHAR NOT NULL,
  order_id VARCHAR NOT NULL,
  channel_id VARCHAR NOT NULL,
  customer_key VARCHAR NOT NULL,
  country VARCHAR NOT NULL,
  ordered_at TIMESTAMP NOT NULL,
  business_day DATE NOT NULL,
  is_return BOOLEAN NOT NULL,
  currency VARCHAR NOT NULL,
  load_id VARCHAR NOT NULL
);
-- kind: SALE, RETURN or ADJUSTMENT (no money, no customer: a stock correction). occurrence: 1 for
-- the first of identical lines of one order, 2 for the second, and so on.
CREATE TABLE order_line (
  order_no INTEGER NOT NULL,
  line_digest BIGINT NOT NULL,
  occurrence INTEGER NOT NULL,
  row_number BIGINT NOT NULL,
  sku VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  is_article BOOLEAN NOT NULL,
  quantity DECIMAL(18, 6) NOT NULL,
  unit_price DECIMAL(18, 6) NOT NULL,
  amount_minor BIGINT NOT NULL,
  ordered_at TIMESTAMP NOT NULL,
  business_day DATE NOT NULL,
  customer_key VARCHAR NOT NULL,
  has_description BOOLEAN NOT NULL,
  load_id VARCHAR NOT NULL
);
CREATE TABLE cost (
  sku VARCHAR NOT NULL,
  valid_from DATE NOT NULL,
  unit_cost DECIMAL(18, 6) NOT NULL,
  currency VARCHAR NOT NULL,
  load_id VARCHAR NOT NULL
);
CREATE TABLE simulated_week (
  run_id VARCHAR NOT NULL,
  written_at TIMESTAMP NOT NULL,
  sku VARCHAR NOT NULL,
  week_start DATE NOT NULL,
  units DOUBLE NOT NULL,
  mean_price_minor DOUBLE NOT NULL
);
