-- Customers who were erased, by the keyed hash of their id; the key lies outside of the warehouse.
-- Loads take their orders as those of somebody unknown.
CREATE TABLE erased_customer (
  subject VARCHAR NOT NULL,
  erased_at TIMESTAMP NOT NULL
);
