package org.wenshu.client.start;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;

/**
 * Loads the client together with libraries that lie as jars inside its own jar. They are read into
 * memory once, a few megabytes, so that nothing has to be unpacked to disk.
 */
final class NestedLibraries extends ClassLoader {
  private static final String CLIENT = "org.wenshu.client.";
  private static final String SUFFIX = ".class";

  static {
    registerAsParallelCapable();
  }

  private final Map<String, byte[]> classes = new ConcurrentHashMap<>();

  private NestedLibraries(ClassLoader parent) {
    super(parent);
  }

  /** A loader that knows what the parent knows and what is in these jars of the parent. */
  static NestedLibraries read(ClassLoader parent, String... jars) throws IOException {
    NestedLibraries libraries = new NestedLibraries(parent);
    for (String jar : jars) {
      libraries.add(jar);
    }
    return libraries;
  }

  private void add(String jar) throws IOException {
    try (InputStream nested = getParent().getResourceAsStream(jar)) {
      if (nested == null) {
        throw new FileNotFoundException(jar);
      }
      JarInputStream entries = new JarInputStream(nested);
      for (JarEntry each = entries.getNextJarEntry();
          each != null;
          each = entries.getNextJarEntry()) {
        String path = each.getName();
        if (path.endsWith(SUFFIX) && !path.startsWith("META-INF/")) {
          classes.put(nameOf(path), entries.readAllBytes());
        }
      }
    }
  }

  private static String nameOf(String path) {
    return path.substring(0, path.length() - SUFFIX.length()).replace('/', '.');
  }

  /** The client's own classes are defined here too, or they would not see the libraries. */
  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!classes.containsKey(name) && !name.startsWith(CLIENT)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    byte[] code = name.startsWith(CLIENT) ? clientClass(name) : classes.get(name);
    if (code == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, code, 0, code.length);
  }

  private byte[] clientClass(String name) throws ClassNotFoundException {
    String path = name.replace('.', '/') + SUFFIX;
    try (InputStream found = getParent().getResourceAsStream(path)) {
      return found == null ? null : found.readAllBytes();
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
  }
}
