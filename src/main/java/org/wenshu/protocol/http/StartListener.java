package org.wenshu.protocol.http;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.time.Duration;
import org.wenshu.schema.store.StoredEntities;

/**
 * Opens the {@link StartGate} when the server is done with starting the application, and has its
 * classes loaded behind it.
 */
@WebListener
public class StartListener implements ServletContextListener {
  private static final Duration LONGEST_START = Duration.ofSeconds(20);

  @Inject private StartGate gate;
  @Inject private StoredEntities entities;
  @Resource private ManagedThreadFactory threads;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    // Reads many classes on a thread of its own, and must not do so when the server closes them.
    entities.awaitMapping();
    StartArchives archives = StartArchives.of(event.getServletContext().getClassLoader());
    threads.newThread(() -> openAfter(archives)).start();
    threads.newThread(gate.behind(new ClassPreloader(event.getServletContext()))).start();
  }

  private void openAfter(StartArchives archives) {
    try {
      archives.awaitClosed(LONGEST_START);
      gate.open();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
