-- Conversations, so that they survive a restart and are valid on every node.

CREATE TABLE conversation (
  id BIGINT NOT NULL AUTO_INCREMENT,
  session_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'as the client knows it; whoever has it may ask as the owner while the conversation lives',
  owner VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'name of the caller',
  label VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'chosen by the client',
  identity MEDIUMTEXT NULL COMMENT 'who made it, JSON; empty when it may not be resumed',
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  last_accessed DATETIME(6) NOT NULL COMMENT 'UTC',
  expires_at DATETIME(6) NOT NULL COMMENT 'UTC; later it is only remembered',
  erased BOOLEAN NOT NULL COMMENT 'whether its turns and its identity are gone',
  turns INT NOT NULL COMMENT 'how many there have been',
  first_turn INT NOT NULL COMMENT 'number of the oldest one kept',
  last_table VARCHAR(64) NULL COMMENT 'main table of the last success',
  preferred_limit INT NULL COMMENT 'the last explicit limit',
  preferences TEXT NULL COMMENT 'JSON; empty for the defaults',
  PRIMARY KEY (id),
  UNIQUE KEY conversation_session (session_id),
  KEY conversation_expires_at (expires_at),
  KEY conversation_owner (owner, expires_at)
) DEFAULT CHARSET = utf8mb4 COMMENT 'Conversations';

CREATE TABLE conversation_turn (
  conversation_id BIGINT NOT NULL,
  ordinal INT NOT NULL COMMENT 'from 1',
  question MEDIUMTEXT NOT NULL COMMENT 'as asked',
  understood MEDIUMTEXT NULL COMMENT 'with what it referred to spelled out',
  sql_text MEDIUMTEXT NULL COMMENT 'as drafted, when there was a statement',
  subject_table VARCHAR(64) NULL COMMENT 'what the rows were',
  subject_key VARCHAR(64) NULL COMMENT 'the column of its primary key',
  subject_values MEDIUMTEXT NULL COMMENT 'keys of the rows, JSON array',
  answered_at DATETIME(6) NOT NULL COMMENT 'UTC',
  success BOOLEAN NOT NULL,
  error VARCHAR(1024) NULL,
  execution_ns BIGINT NOT NULL,
  PRIMARY KEY (conversation_id, ordinal),
  FOREIGN KEY (conversation_id) REFERENCES conversation (id)
) DEFAULT CHARSET = utf8mb4 COMMENT 'Their newest questions';

CREATE TABLE conversation_gate (
  id INT NOT NULL,
  PRIMARY KEY (id)
) DEFAULT CHARSET = utf8mb4 COMMENT 'One row: who locks it may count conversations and add one';

INSERT INTO conversation_gate (id) VALUES (1);
