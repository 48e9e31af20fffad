/**
 * The tables that queries are planned over. A document has a number for good; every index ends in it. What is
 * read at every turn stays small: bodies have a table of their own, and what repeats is written once
 * (`document_places`: a path in the documents of one type; `reference_targets`: an id that is referred to).
 *
 * `shelf` says who may come across a document: 0 everybody, 1 with an account or a token, 2 as 1, for it is a
 * draft or a version. `layer` is '' for what is published, 'drafts', or the name of a release.
 *
 * All rows are made from bodies by `DocumentWriter`; see `rewriteIndexes`.
 */
export const indexSchema = `
  DROP TABLE document_references;
  ALTER TABLE documents RENAME TO documents_with_bodies;
  DROP INDEX documents_by_type;

  CREATE TABLE documents (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset TEXT NOT NULL REFERENCES datasets (name) ON DELETE CASCADE,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    revision TEXT NOT NULL,
    layer TEXT NOT NULL DEFAULT '',
    shelf INTEGER NOT NULL DEFAULT 2,
    -- A version that says its document will be unpublished with the release.
    going INTEGER NOT NULL DEFAULT 0,
    -- The published id of a draft or a version.
    origin TEXT,
    slug TEXT,
    -- Of the words that are indexed, to see whether they have changed.
    words_digest TEXT,
    UNIQUE (dataset, id)
  ) STRICT;

  CREATE TABLE document_bodies (
    number INTEGER PRIMARY KEY REFERENCES documents (number) ON DELETE CASCADE,
    body TEXT NOT NULL
  ) STRICT;

  INSERT INTO documents (dataset, id, type, revision)
    SELECT dataset, id, type, revision FROM documents_with_bodies ORDER BY dataset, id;
  INSERT INTO document_bodies (number, body)
    SELECT d.number, b.body FROM documents d
    JOIN documents_with_bodies b ON b.dataset = d.dataset AND b.id = d.id ORDER BY d.number;
  DROP TABLE documents_with_bodies;

  CREATE INDEX documents_by_type ON documents (dataset, type, id, shelf);
  CREATE INDEX documents_by_slug ON documents (dataset, slug, type, shelf) WHERE slug IS NOT NULL;
  CREATE INDEX documents_by_layer ON documents (dataset, layer) WHERE shelf = 2;
  CREATE INDEX documents_by_origin ON documents (dataset, origin) WHERE shelf = 2;

  CREATE TABLE document_counts (
    dataset TEXT NOT NULL REFERENCES datasets (name) ON DELETE CASCADE,
    type TEXT NOT NULL,
    shelf INTEGER NOT NULL,
    total INTEGER NOT NULL,
    PRIMARY KEY (dataset, type, shelf)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE document_places (
    place INTEGER PRIMARY KEY,
    dataset TEXT NOT NULL REFERENCES datasets (name) ON DELETE CASCADE,
    type TEXT NOT NULL,
    path TEXT NOT NULL,
    -- 1: every document of the type has a row in document_dates; 2: never again, see documentDates.ts.
    dates INTEGER NOT NULL DEFAULT 0,
    UNIQUE (dataset, type, path)
  ) STRICT;

  CREATE TABLE reference_targets (
    target INTEGER PRIMARY KEY,
    dataset TEXT NOT NULL REFERENCES datasets (name) ON DELETE CASCADE,
    id TEXT NOT NULL,
    UNIQUE (dataset, id)
  ) STRICT;

  CREATE TABLE document_references (
    number INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    target INTEGER NOT NULL,
    place INTEGER NOT NULL,
    shelf INTEGER NOT NULL,
    -- Of integrity's concern: neither weak nor to another dataset.
    strong INTEGER NOT NULL,
    -- One row of each document and target: the one that references() is answered from.
    counted INTEGER NOT NULL,
    PRIMARY KEY (number, target, place)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX document_references_by_target
    ON document_references (target, place, shelf, counted, strong);

  CREATE TABLE document_dates (
    number INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    value ANY NOT NULL,
    shelf INTEGER NOT NULL,
    PRIMARY KEY (number, place)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX document_dates_by_value ON document_dates (place, rank, value, number, shelf);

  CREATE VIRTUAL TABLE document_words
    USING fts5 (words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');

  CREATE TRIGGER documents_added AFTER INSERT ON documents BEGIN
    INSERT INTO document_counts (dataset, type, shelf, total) VALUES (new.dataset, new.type, new.shelf, 1)
      ON CONFLICT DO UPDATE SET total = total + 1;
  END;
  CREATE TRIGGER documents_moved AFTER UPDATE OF type, shelf ON documents
    WHEN new.type <> old.type OR new.shelf <> old.shelf BEGIN
    UPDATE document_counts SET total = total - 1
      WHERE dataset = old.dataset AND type = old.type AND shelf = old.shelf;
    INSERT INTO document_counts (dataset, type, shelf, total) VALUES (new.dataset, new.type, new.shelf, 1)
      ON CONFLICT DO UPDATE SET total = total + 1;
  END;
  CREATE TRIGGER documents_removed AFTER DELETE ON documents BEGIN
    UPDATE document_counts SET total = total - 1
      WHERE dataset = old.dataset AND type = old.type AND shelf = old.shelf;
    DELETE FROM document_words WHERE rowid = old.number;
  END;

  CREATE VIEW stored_documents AS
    SELECT d.dataset, d.id, d.type, d.revision, b.body
    FROM documents d JOIN document_bodies b ON b.number = d.number;
  CREATE VIEW stored_references AS
    SELECT d.dataset, d.id AS from_id, t.id AS to_id, p.path, r.strong
    FROM document_references r
    JOIN documents d ON d.number = r.number
    JOIN reference_targets t ON t.target = r.target
    JOIN document_places p ON p.place = r.place;

  -- What was stored before counts as it is found by rewriteIndexes.
  INSERT INTO document_counts SELECT dataset, type, shelf, count(*) FROM documents GROUP BY 1, 2, 3;
`
