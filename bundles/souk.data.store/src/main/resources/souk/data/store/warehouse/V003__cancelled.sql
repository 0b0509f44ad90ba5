-- Which sales were cancelled at once is found out once per load, not at every query.
CREATE TABLE cancelled_sale AS
SELECT order_no, line_digest, occurrence FROM cancelled_line;
DROP VIEW demand_line;
CREATE VIEW demand_line AS
SELECT l.* FROM order_line l
ANTI JOIN cancelled_sale c
  ON c.order_no = l.order_no AND c.line_digest = l.line_digest AND c.occurrence = l.occurrence
WHERE l.kind = 'SALE' AND l.is_article AND l.quantity > 0 AND l.amount_minor > 0;
DROP VIEW cancelled_line;
