-- CRC32C over the other columns; computed for the rows that are there in the same transaction.
ALTER TABLE document ADD COLUMN crc INTEGER;
ALTER TABLE document_head ADD COLUMN crc INTEGER;
