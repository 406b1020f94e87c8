package org.wenshu.protocol.http;

import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Loads every class of the application: at once what parting from clients takes, the rest some
 * seconds later, when the first questions have been answered. Payara finds no class of an
 * application any more once it has begun to stop it: whatever is needed for the first time then
 * would fail.
 */
final class ClassPreloader implements Runnable {
  private static final Logger LOG = Logger.getLogger(ClassPreloader.class.getName());
  private static final String ROOT = "/WEB-INF/classes/";
  private static final String FOLDER = ROOT + "org/wenshu/";
  private static final String SUFFIX = ".class";
  private static final List<String> FOR_CLIENTS = List.of("ask/", "protocol/");
  private static final long AFTER_MILLIS = 8_000;

  private final ServletContext context;

  ClassPreloader(ServletContext context) {
    this.context = context;
  }

  @Override
  public void run() {
    try {
      FOR_CLIENTS.forEach(folder -> load(FOLDER + folder));
      Thread.sleep(AFTER_MILLIS);
      load(FOLDER);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void load(String folder) {
    Set<String> paths = context.getResourcePaths(folder);
    if (paths == null) {
      LOG.log(Level.WARNING, "No classes can be listed in {0}", folder);
      return;
    }
    for (String path : paths) {
      if (path.endsWith("/")) {
        load(path);
      } else if (path.endsWith(SUFFIX)) {
        load(context.getClassLoader(), path);
      }
    }
  }

  private static void load(ClassLoader loader, String path) {
    String name = path.substring(ROOT.length(), path.length() - SUFFIX.length()).replace('/', '.');
    try {
      var unused = Class.forName(name, false, loader);
    } catch (ClassNotFoundException | LinkageError | IllegalStateException e) {
      LOG.log(Level.FINE, "Not loaded: " + name, e);
    }
  }
}
