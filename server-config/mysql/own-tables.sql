-- The schema and account of Wenshu's own tables. They are created by migrations inside the WAR,
-- so the account may do everything there, and nothing anywhere else.
--
--   sed 's/change-me/a good password/' server-config/mysql/own-tables.sql | mysql -u root -p

CREATE DATABASE IF NOT EXISTS wenshu CHARACTER SET utf8mb4;

CREATE USER IF NOT EXISTS 'wenshu_store'@'%' IDENTIFIED BY 'change-me';

GRANT ALL PRIVILEGES ON wenshu.* TO 'wenshu_store'@'%';

SHOW GRANTS FOR 'wenshu_store'@'%';
