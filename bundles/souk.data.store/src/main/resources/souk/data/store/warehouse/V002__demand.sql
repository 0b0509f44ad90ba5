-- A sale that the same customer cancelled in full within two days was never demand: an order typed
-- wrongly, taken back and typed again.
CREATE VIEW cancelled_line AS
SELECT DISTINCT s.order_no, s.line_digest, s.occurrence, s.amount_minor
FROM (
  SELECT customer_key, sku, -quantity AS quantity, unit_price, ordered_at
  FROM order_line WHERE kind = 'RETURN' AND quantity < 0 AND customer_key <> '') r
ASOF JOIN (
  SELECT * FROM order_line WHERE kind = 'SALE' AND quantity > 0 AND customer_key <> '') s
ON r.customer_key = s.customer_key AND r.sku = s.sku AND r.quantity = s.quantity
  AND r.unit_price = s.unit_price AND r.ordered_at >= s.ordered_at
WHERE r.ordered_at - s.ordered_at <= INTERVAL 2 DAYS;
-- Lines that count as demand: sales of articles at a price that were not cancelled at once.
CREATE VIEW demand_line AS
SELECT l.* FROM order_line l
ANTI JOIN cancelled_line c
  ON c.order_no = l.order_no AND c.line_digest = l.line_digest AND c.occurrence = l.occurrence
WHERE l.kind = 'SALE' AND l.is_article AND l.quantity > 0 AND l.amount_minor > 0;
