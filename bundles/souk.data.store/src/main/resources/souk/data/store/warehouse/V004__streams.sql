-- How far each growing source was read; written in the transaction that wrote its rows. increment
-- counts the readings that changed something. stream is empty for loads of whole sources.
CREATE TABLE load_stream (
  stream VARCHAR NOT NULL,
  connector VARCHAR NOT NULL,
  location VARCHAR NOT NULL,
  position VARCHAR NOT NULL,
  increment INTEGER NOT NULL,
  load_id VARCHAR NOT NULL
);
ALTER TABLE load ADD COLUMN stream VARCHAR DEFAULT '';
