package org.wenshu.bench;

import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The least a server can do to have a statement answered: take it from a socket, run it on a pool
 * of the server's as large as Wenshu's, send the rows in one frame. Deployed alone, as a yardstick.
 */
@DataSourceDefinition(
    name = "java:app/jdbc/bare",
    className = "com.mysql.cj.jdbc.MysqlDataSource",
    url = "${ENV=BARE_URL}",
    user = "${ENV=BARE_USER}",
    password = "${ENV=BARE_PASSWORD}",
    initialPoolSize = 16,
    minPoolSize = 16,
    maxPoolSize = 36)
@ServerEndpoint("/jdbc")
public class BareQuestions {
  @Resource(lookup = "java:app/jdbc/bare")
  private DataSource pool;

  /** Made by the server. */
  public BareQuestions() {}

  /** Runs the statement that the message is. */
  @OnMessage
  public void receive(String sql, Session session) throws IOException, SQLException {
    session.getBasicRemote().sendText(rows(sql));
  }

  private String rows(String sql) throws SQLException {
    StringBuilder rows = new StringBuilder();
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        for (int column = 1; column <= columns; column++) {
          rows.append(result.getObject(column)).append('\t');
        }
        rows.append('\n');
      }
    }
    return rows.toString();
  }
}
