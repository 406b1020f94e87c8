-- The account that answers questions: it can read one schema and nothing else.
-- Run it as an administrator of the MySQL that is to be asked; it may be run again.
--
--   sed 's/your_schema/sales/; s/change-me/a good password/' \
--     server-config/mysql/read-only-account.sql | mysql -u root -p
--
-- '%' lets it log in from anywhere; name the application server's address where you can.

CREATE USER IF NOT EXISTS 'wenshu_reader'@'%' IDENTIFIED BY 'change-me';

-- Takes back whatever was granted before.
REVOKE ALL PRIVILEGES, GRANT OPTION FROM 'wenshu_reader'@'%';

-- SELECT to answer, SHOW VIEW so that views explain themselves. No FILE, no PROCESS, no EXECUTE.
GRANT SELECT, SHOW VIEW ON `your_schema`.* TO 'wenshu_reader'@'%';

-- A runaway account must not take the server with it; Wenshu's pool holds at most 36 connections.
ALTER USER 'wenshu_reader'@'%' WITH MAX_USER_CONNECTIONS 60;

SHOW GRANTS FOR 'wenshu_reader'@'%';
