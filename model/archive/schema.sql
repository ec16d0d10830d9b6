-- Times are milliseconds since 1970, UTC.
CREATE TABLE document (
	id     INTEGER PRIMARY KEY,
	path   TEXT NOT NULL,      -- relative to the watched folder
	sha256 TEXT NOT NULL,      -- of the bytes, hexadecimal
	name   TEXT NOT NULL,      -- model.DocumentID
	title  TEXT NOT NULL,
	came   INTEGER NOT NULL,
	gone   INTEGER,            -- NULL while these bytes lie at path
	UNIQUE (path, sha256)
);
CREATE INDEX present ON document (path) WHERE gone IS NULL;
CREATE INDEX absent ON document (gone) WHERE gone IS NOT NULL;

-- What one version of the extractor found.
CREATE TABLE facts (
	document INTEGER NOT NULL,
	version  INTEGER NOT NULL,
	body     BLOB NOT NULL,
	UNIQUE (document, version)
);

-- The kept text, deflated; line feeds stand for what was not kept, so that offsets hold.
CREATE TABLE text (
	document INTEGER PRIMARY KEY,
	body     BLOB NOT NULL
);

-- The index of titles and texts; it holds no words itself.
CREATE VIRTUAL TABLE words USING fts5 (
	title, text,
	content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
