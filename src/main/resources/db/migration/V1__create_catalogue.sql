-- The catalogue of each database being asked, as last scanned by any node.
-- Names are compared byte for byte, as MySQL does for tables on Linux.

CREATE TABLE catalogue (
  id BIGINT NOT NULL AUTO_INCREMENT,
  target VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL
    COMMENT 'host, port and database',
  database_name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  version VARCHAR(32) NOT NULL COMMENT 'digest of the content',
  scanned_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (id),
  UNIQUE KEY catalogue_target (target)
) DEFAULT CHARSET = utf8mb4 COMMENT 'Databases being asked';

CREATE TABLE catalogue_table (
  catalogue_id BIGINT NOT NULL,
  name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  is_view BOOLEAN NOT NULL,
  comment VARCHAR(2048) NOT NULL,
  primary_key TEXT NOT NULL COMMENT 'JSON array of column names',
  estimated_rows BIGINT NOT NULL,
  content_hash VARCHAR(32) NOT NULL,
  PRIMARY KEY (catalogue_id, name),
  FOREIGN KEY (catalogue_id) REFERENCES catalogue (id)
) DEFAULT CHARSET = utf8mb4 COMMENT 'Their tables and views';

CREATE TABLE catalogue_column (
  catalogue_id BIGINT NOT NULL,
  table_name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  ordinal INT NOT NULL COMMENT 'from 0',
  name VARCHAR(64) NOT NULL,
  position INT NOT NULL COMMENT 'as the server counts, from 1',
  data_type VARCHAR(64) NOT NULL,
  column_type MEDIUMTEXT NOT NULL,
  is_nullable BOOLEAN NOT NULL,
  comment VARCHAR(1024) NOT NULL,
  key_role VARCHAR(16) NOT NULL,
  sample_values MEDIUMTEXT NOT NULL COMMENT 'JSON array',
  PRIMARY KEY (catalogue_id, table_name, ordinal),
  FOREIGN KEY (catalogue_id, table_name) REFERENCES catalogue_table (catalogue_id, name)
) DEFAULT CHARSET = utf8mb4 COMMENT 'Their columns';

CREATE TABLE catalogue_foreign_key (
  catalogue_id BIGINT NOT NULL,
  table_name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  ordinal INT NOT NULL COMMENT 'from 0',
  column_names TEXT NOT NULL COMMENT 'JSON array',
  referenced_table VARCHAR(64) NOT NULL,
  referenced_column_names TEXT NOT NULL COMMENT 'JSON array',
  PRIMARY KEY (catalogue_id, table_name, ordinal),
  FOREIGN KEY (catalogue_id, table_name) REFERENCES catalogue_table (catalogue_id, name)
) DEFAULT CHARSET = utf8mb4 COMMENT 'Their foreign keys';
