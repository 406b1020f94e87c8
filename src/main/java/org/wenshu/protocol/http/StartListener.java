package org.wenshu.protocol.http;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.time.Duration;
import org.wenshu.schema.store.StoredEntities;

/**
 * Opens the {@link StartGate} when the server is done with starting the application, and then has
 * its classes loaded.
 */
@WebListener
public class StartListener implements ServletContextListener {
  private static final Duration LONGEST_START = Duration.ofSeconds(20);

  @Inject private StartGate gate;
  @Inject private StoredEntities entities;
  @Resource private ManagedThreadFactory threads;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    awaitMapping();
    ServletContext context = event.getServletContext();
    StartArchives archives = StartArchives.of(context.getClassLoader());
    gate.whenOpen(() -> threads.newThread(new ClassPreloader(context)).start());
    threads.newThread(() -> openAfter(archives)).start();
  }

  /** It is made on a thread that reads many classes, and must not do so when they are closed. */
  private void awaitMapping() {
    boolean ready = false;
    try {
      entities.awaitMapping();
      ready = true;
    } finally {
      if (!ready) {
        gate.abandon();
      }
    }
  }

  private void openAfter(StartArchives archives) {
    try {
      archives.awaitClosed(LONGEST_START);
      gate.open();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    gate.abandon();
  }
}
