import type { DatabaseSync } from 'node:sqlite'
import { indexSchema } from './indexSchema.ts'

/** SQL, or what must be done to the database. */
export type Migration = string | ((database: DatabaseSync) => void)

/**
 * The lake's tables, as numbered steps. A step that has been released is never edited: add the next one.
 *
 * `changes` is the one log that listeners, history and webhooks all read: it is written in the same
 * transaction as the documents, so nothing that was acknowledged can be missing from it.
 */
export const migrations: readonly Migration[] = [
  `
  CREATE TABLE datasets (
    name TEXT PRIMARY KEY,
    acl_mode TEXT NOT NULL CHECK (acl_mode IN ('public', 'private')),
    created_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE documents (
    dataset TEXT NOT NULL REFERENCES datasets (name) ON DELETE CASCADE,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    revision TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (dataset, id)
  ) STRICT;
  CREATE INDEX documents_by_type ON documents (dataset, type);

  CREATE TABLE document_references (
    dataset TEXT NOT NULL,
    from_id TEXT NOT NULL,
    to_id TEXT NOT NULL,
    weak INTEGER NOT NULL,
    PRIMARY KEY (dataset, to_id, from_id),
    FOREIGN KEY (dataset, from_id) REFERENCES documents (dataset, id) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX document_references_by_source ON document_references (dataset, from_id);

  CREATE TABLE transactions (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset TEXT NOT NULL REFERENCES datasets (name) ON DELETE CASCADE,
    id TEXT NOT NULL,
    author TEXT NOT NULL,
    timestamp TEXT NOT NULL,
    mutations TEXT NOT NULL,
    UNIQUE (dataset, id)
  ) STRICT;

  CREATE TABLE changes (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    transaction_seq INTEGER NOT NULL REFERENCES transactions (seq) ON DELETE CASCADE,
    dataset TEXT NOT NULL,
    document_id TEXT NOT NULL,
    transition TEXT NOT NULL CHECK (transition IN ('appear', 'update', 'disappear')),
    previous_revision TEXT,
    mutations TEXT NOT NULL,
    effects TEXT NOT NULL,
    body TEXT
  ) STRICT;
  CREATE INDEX changes_by_document ON changes (dataset, document_id, seq);
  CREATE INDEX changes_by_transaction ON changes (transaction_seq);

  CREATE TABLE document_events (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset TEXT NOT NULL REFERENCES datasets (name) ON DELETE CASCADE,
    document_id TEXT NOT NULL,
    version_id TEXT,
    timestamp TEXT NOT NULL,
    author TEXT NOT NULL,
    type TEXT NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX document_events_by_document ON document_events (dataset, document_id, seq);

  CREATE TABLE users (
    id TEXT PRIMARY KEY,
    email TEXT NOT NULL UNIQUE COLLATE NOCASE,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE tokens (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE user_settings (
    user_id TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (user_id, key)
  ) STRICT;

  CREATE TABLE cors_origins (
    origin TEXT PRIMARY KEY,
    allow_credentials INTEGER NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE webhooks (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    dataset TEXT NOT NULL,
    url TEXT NOT NULL,
    secret TEXT,
    filter TEXT,
    projection TEXT,
    triggers TEXT NOT NULL,
    include_drafts INTEGER NOT NULL,
    enabled INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    -- The last change this webhook has looked at: the change log itself is the outbox.
    cursor INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE webhook_deliveries (
    id TEXT PRIMARY KEY,
    webhook_id TEXT NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
    change_seq INTEGER NOT NULL,
    payload TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('pending', 'delivered', 'failed')),
    attempts INTEGER NOT NULL,
    next_attempt_at TEXT,
    response_status INTEGER,
    failure TEXT,
    created_at TEXT NOT NULL,
    UNIQUE (webhook_id, change_seq)
  ) STRICT;
  CREATE INDEX webhook_deliveries_due ON webhook_deliveries (status, next_attempt_at);
  `,
  // Management: expiring tokens, numbered origins, webhooks as the hosted service has them, datasets that are going.
  `
  -- A dataset that is being deleted is nowhere to be seen, while its rows go a few at a time.
  ALTER TABLE datasets ADD COLUMN deleted_at TEXT;
  -- When the last dataset of a name was made: the next of that name must be told apart from it.
  CREATE TABLE former_datasets (
    name TEXT PRIMARY KEY,
    created_at TEXT NOT NULL
  ) STRICT;

  ALTER TABLE tokens ADD COLUMN expires_at TEXT;

  CREATE TABLE numbered_cors_origins (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    origin TEXT NOT NULL UNIQUE,
    allow_credentials INTEGER NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT;
  INSERT INTO numbered_cors_origins (origin, allow_credentials, created_at)
    SELECT origin, allow_credentials, created_at FROM cors_origins ORDER BY created_at, origin;
  DROP TABLE cors_origins;
  ALTER TABLE numbered_cors_origins RENAME TO cors_origins;

  ALTER TABLE webhooks ADD COLUMN description TEXT;
  ALTER TABLE webhooks ADD COLUMN http_method TEXT NOT NULL DEFAULT 'POST';
  ALTER TABLE webhooks ADD COLUMN headers TEXT NOT NULL DEFAULT '{}';
  ALTER TABLE webhooks ADD COLUMN api_version TEXT NOT NULL DEFAULT 'v2021-03-25';
  ALTER TABLE webhooks ADD COLUMN include_all_versions INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE webhooks ADD COLUMN created_by TEXT;
  -- The last change that a disabled webhook still tells of.
  ALTER TABLE webhooks ADD COLUMN paused_at INTEGER;
  UPDATE webhooks SET include_all_versions = include_drafts;

  ALTER TABLE webhook_deliveries ADD COLUMN dataset TEXT NOT NULL DEFAULT '';
  ALTER TABLE webhook_deliveries ADD COLUMN document_id TEXT NOT NULL DEFAULT '';
  ALTER TABLE webhook_deliveries ADD COLUMN operation TEXT NOT NULL DEFAULT 'update';
  ALTER TABLE webhook_deliveries ADD COLUMN transaction_id TEXT NOT NULL DEFAULT '';
  ALTER TABLE webhook_deliveries ADD COLUMN transaction_time TEXT NOT NULL DEFAULT '';
  UPDATE webhook_deliveries SET
    dataset = c.dataset,
    document_id = c.document_id,
    operation = CASE c.transition WHEN 'appear' THEN 'create' WHEN 'disappear' THEN 'delete' ELSE 'update' END,
    transaction_id = t.id,
    transaction_time = t.timestamp
    FROM changes c JOIN transactions t ON t.seq = c.transaction_seq
    WHERE c.seq = webhook_deliveries.change_seq;
  CREATE INDEX webhook_deliveries_waiting
    ON webhook_deliveries (webhook_id, dataset, document_id, change_seq) WHERE status = 'pending';
  CREATE INDEX webhook_deliveries_by_dataset ON webhook_deliveries (dataset);

  CREATE TABLE webhook_attempts (
    id TEXT PRIMARY KEY,
    delivery_id TEXT NOT NULL REFERENCES webhook_deliveries (id) ON DELETE CASCADE,
    webhook_id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    -- Milliseconds.
    duration INTEGER NOT NULL,
    response_status INTEGER,
    response_body TEXT,
    failure_reason TEXT CHECK (failure_reason IN ('http', 'network', 'timeout', 'other')),
    failure TEXT
  ) STRICT;
  CREATE INDEX webhook_attempts_by_delivery ON webhook_attempts (delivery_id);
  CREATE INDEX webhook_attempts_by_webhook ON webhook_attempts (webhook_id, created_at);
  `,
  // Listeners that come back where they left off, a transaction that is sent twice, histories that are purged.
  `
  CREATE INDEX changes_by_dataset ON changes (dataset, seq);
  CREATE INDEX document_events_by_version ON document_events (dataset, version_id, seq);
  -- What each mutation was answered, for a client that sends the transaction again.
  ALTER TABLE transactions ADD COLUMN results TEXT;

  -- A purged change keeps its place in the log and loses its content, once every webhook has read it.
  ALTER TABLE changes ADD COLUMN purged INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX changes_purged ON changes (dataset, seq) WHERE purged = 1;
  CREATE TABLE purges (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset TEXT NOT NULL REFERENCES datasets (name) ON DELETE CASCADE,
    document_id TEXT NOT NULL,
    -- The transaction that deleted the document.
    transaction_id TEXT NOT NULL
  ) STRICT;
  `,
  // Indexes that queries are planned over.
  indexSchema,
  // What a webhook is about to send is found among what waits, however much has been sent before.
  `
  CREATE INDEX webhook_deliveries_next ON webhook_deliveries (webhook_id, change_seq) WHERE status = 'pending';
  CREATE INDEX webhook_deliveries_again ON webhook_deliveries (webhook_id, next_attempt_at) WHERE status = 'pending';
  DROP INDEX webhook_deliveries_due;
  CREATE INDEX webhook_deliveries_finished ON webhook_deliveries (created_at) WHERE status <> 'pending';
  `,
  // Drafts and versions are counted without a look at their rows.
  `
  DROP INDEX documents_by_layer;
  CREATE INDEX documents_by_layer ON documents (dataset, layer, type, going, origin) WHERE shelf = 2;
  `,
  // Searches begin with two letters of a word: those are looked up without reading all words that begin so.
  `
  DROP TABLE document_words;
  CREATE VIRTUAL TABLE document_words
    USING fts5 (words, content = '', contentless_delete = 1, detail = none, prefix = '2', tokenize = 'ascii');
  `,
  // Bodies in SQLite's own form of JSON, from which a few fields are taken without reading the rest of the text.
  `
  DROP VIEW stored_documents;
  CREATE TABLE binary_bodies (
    number INTEGER PRIMARY KEY REFERENCES documents (number) ON DELETE CASCADE,
    -- JSONB: json() makes of it the very text that it was made of.
    body BLOB NOT NULL
  ) STRICT;
  INSERT INTO binary_bodies SELECT number, jsonb(body) FROM document_bodies ORDER BY number;
  DROP TABLE document_bodies;
  ALTER TABLE binary_bodies RENAME TO document_bodies;
  CREATE VIEW stored_documents AS
    SELECT d.dataset, d.id, d.type, d.revision, json(b.body) AS body
    FROM documents d JOIN document_bodies b ON b.number = d.number;

  -- Words by columns, each field at the top in one of them: see wordColumnOf.
  DROP TABLE document_words;
  CREATE VIRTUAL TABLE document_words USING fts5 (
    words0, words1, words2, words3, words4, words5, words6, words7,
    words8, words9, words10, words11, words12, words13, words14, words15,
    content = '', contentless_delete = 1, detail = column, prefix = '2', tokenize = 'ascii'
  );
  `,
  // What a transaction did stands in the log of changes, and there a document that was written whole stands once.
  'ALTER TABLE transactions DROP COLUMN mutations',
  // The newest body of a document is not in the log as well.
  `
  -- In place of a body: the number of the document that still has it. It is put here before that is written again.
  ALTER TABLE changes ADD COLUMN body_of INTEGER;
  CREATE VIEW whole_changes AS
    SELECT seq, transaction_seq, dataset, document_id, transition, previous_revision, mutations, effects, purged,
      CASE WHEN body_of IS NULL THEN body
        ELSE (SELECT json(b.body) FROM document_bodies b WHERE b.number = body_of) END AS body
    FROM changes;
  `,
]

/** The last step after which all that is indexed of documents must be made anew: its number, from 1. */
export const lastReindexing = 8
