-- What runs of models said, with where it came from. options_json: options by name. step_day: first
-- day of the step that is forecast. low80 and high80 enclose the central 80 %.
CREATE TABLE model_run (
  run_id VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  created_at TIMESTAMP NOT NULL,
  strategy VARCHAR NOT NULL,
  version VARCHAR NOT NULL,
  seed BIGINT NOT NULL,
  input_fingerprint VARCHAR NOT NULL,
  options_json VARCHAR NOT NULL
);
CREATE TABLE forecast (
  run_id VARCHAR NOT NULL,
  series_id VARCHAR NOT NULL,
  strategy VARCHAR NOT NULL,
  step_day DATE NOT NULL,
  mean DOUBLE NOT NULL,
  low80 DOUBLE,
  median DOUBLE,
  high80 DOUBLE
);
