-- One row for every question, whatever became of it.

CREATE TABLE audit_question (
  id BIGINT NOT NULL AUTO_INCREMENT,
  question_id VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  asked_at DATETIME(3) NOT NULL COMMENT 'UTC',
  caller VARCHAR(255) NOT NULL,
  policy_version VARCHAR(255) NOT NULL COMMENT 'the policy it was judged by',
  question MEDIUMTEXT NOT NULL COMMENT 'masked when so configured',
  draft_sql MEDIUMTEXT NULL COMMENT 'as the generator wrote it; literals masked when so configured',
  guarded_sql MEDIUMTEXT NULL COMMENT 'as it was run; literals masked when so configured',
  generator VARCHAR(32) NULL,
  outcome VARCHAR(16) NOT NULL,
  error_code VARCHAR(64) NULL,
  result_rows BIGINT NULL,
  duration_ms BIGINT NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY audit_question_question (question_id),
  KEY audit_question_asked_at (asked_at),
  KEY audit_question_caller (caller, asked_at)
) DEFAULT CHARSET = utf8mb4 COMMENT 'What was asked, by whom, and what became of it';
