package org.wenshu.protocol.frames.upgrade;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A class loader that looks for the files of a service once and then remembers them. Payara's
 * executors look for providers of context in hundreds of archives whenever they take a task, and
 * its WebSocket layer gives them one for every message that arrives, and for every one that is sent
 * by other means than a writer: about a millisecond each, more than all we do for a question, and
 * under a lock of the server. Thread-safe.
 */
public final class RememberedServices extends ClassLoader {
  private static final String SERVICES = "META-INF/services/";
  private static volatile RememberedServices latest;

  private final Map<String, List<URL>> found = new ConcurrentHashMap<>();

  private RememberedServices(ClassLoader parent) {
    super(parent);
  }

  /** Runs what may look for services; on this thread it finds what was found before. */
  public static void during(Transfer transfer) throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(in(before));
    try {
      transfer.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** The one in front of that loader, which is the application's for every connection. */
  private static RememberedServices in(ClassLoader loader) {
    RememberedServices current = latest;
    if (current == null || current.getParent() != loader) {
      current = new RememberedServices(loader);
      latest = current;
    }
    return current;
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    if (!name.startsWith(SERVICES)) {
      return super.getResources(name);
    }
    List<URL> urls = found.get(name);
    if (urls == null) {
      urls = Collections.list(super.getResources(name));
      found.put(name, urls);
    }
    return Collections.enumeration(urls);
  }

  /** Something that goes over a connection. */
  @FunctionalInterface
  public interface Transfer {
    /** Sends or receives. */
    void run() throws IOException;
  }
}
