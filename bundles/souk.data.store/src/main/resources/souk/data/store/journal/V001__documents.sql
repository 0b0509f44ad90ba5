CREATE TABLE document (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (kind, id, revision)
) WITHOUT ROWID;
CREATE TABLE document_head (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  change_number INTEGER NOT NULL UNIQUE,
  PRIMARY KEY (kind, id)
) WITHOUT ROWID;
CREATE INDEX document_head_by_change ON document_head (kind, change_number DESC);
