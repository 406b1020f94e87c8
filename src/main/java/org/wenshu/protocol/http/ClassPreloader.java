package org.wenshu.protocol.http;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Loads every class of the application on a thread of its own: at once what parting from clients
 * takes, the rest soon after the start, which wants the processors for itself. Payara finds no
 * class of an application any more once it has begun to stop it: whatever is needed for the first
 * time then would fail.
 */
@WebListener
public class ClassPreloader implements ServletContextListener {
  private static final Logger LOG = Logger.getLogger(ClassPreloader.class.getName());
  private static final String ROOT = "/WEB-INF/classes/";
  private static final String FOLDER = ROOT + "org/wenshu/";
  private static final String SUFFIX = ".class";
  private static final List<String> FOR_CLIENTS = List.of("ask/", "protocol/");
  private static final long AFTER_MILLIS = 8_000;

  @Resource private ManagedThreadFactory threads;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    threads.newThread(() -> loadSoon(context)).start();
  }

  private static void loadSoon(ServletContext context) {
    try {
      for (String folder : FOR_CLIENTS) {
        load(context, FOLDER + folder);
      }
      Thread.sleep(AFTER_MILLIS);
      load(context, FOLDER);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void load(ServletContext context, String folder) {
    Set<String> paths = context.getResourcePaths(folder);
    if (paths == null) {
      LOG.log(Level.WARNING, "No classes can be listed in {0}", folder);
      return;
    }
    for (String path : paths) {
      if (path.endsWith("/")) {
        load(context, path);
      } else if (path.endsWith(SUFFIX)) {
        load(context.getClassLoader(), path);
      }
    }
  }

  private static void load(ClassLoader loader, String path) {
    String name = path.substring(ROOT.length(), path.length() - SUFFIX.length()).replace('/', '.');
    try {
      var unused = Class.forName(name, false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      LOG.log(Level.FINE, "Not loaded: " + name, e);
    }
  }
}
