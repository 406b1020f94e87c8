-- Who may read what, and what the views of the database being asked are made of.

CREATE TABLE access_rule (
  id BIGINT NOT NULL AUTO_INCREMENT,
  subject_level VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'EVERYONE, ROLE or CALLER; the nearest rule decides',
  subject VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT ''
    COMMENT 'the role or the caller; empty for EVERYONE',
  effect VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'ALLOW_TABLE, DENY_TABLE, ALLOW_COLUMN, DENY_COLUMN, MASK_COLUMN or FILTER_ROWS',
  table_name VARCHAR(64) NOT NULL COMMENT 'or * for every table',
  column_name VARCHAR(64) NOT NULL DEFAULT '' COMMENT 'or * for every column; empty for tables and rows',
  expression TEXT NULL COMMENT 'the condition of FILTER_ROWS, the mask of MASK_COLUMN',
  note VARCHAR(1024) NOT NULL DEFAULT '' COMMENT 'why the rule is there, for people',
  PRIMARY KEY (id),
  CHECK (subject_level IN ('EVERYONE', 'ROLE', 'CALLER')),
  CHECK (
    effect IN (
      'ALLOW_TABLE', 'DENY_TABLE', 'ALLOW_COLUMN', 'DENY_COLUMN', 'MASK_COLUMN', 'FILTER_ROWS'))
) DEFAULT CHARSET = utf8mb4 COMMENT 'Who may read which tables, columns and rows';

ALTER TABLE catalogue_table
  ADD COLUMN definition MEDIUMTEXT NOT NULL COMMENT 'the query of a view' AFTER estimated_rows;
