-- How far each server has read the tables that feed it, so that a restart loses and doubles nothing.

CREATE TABLE feed_position (
  table_name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  node VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'the server that reads',
  last_id BIGINT NOT NULL COMMENT 'the largest id read',
  missing MEDIUMTEXT NOT NULL COMMENT 'smaller ids that may still be committed, comma-separated',
  max_seq BIGINT NOT NULL COMMENT 'no number told to subscribers is larger',
  log_file VARCHAR(255) NULL COMMENT 'place in the log of changes, when that is read',
  log_offset BIGINT NOT NULL DEFAULT 0,
  updated_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (table_name, node)
) DEFAULT CHARSET = utf8mb4 COMMENT 'Positions of the market feed';
