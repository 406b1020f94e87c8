package org.wenshu.launcher;

/** Ends this process when the one that started it ends, however that came about. */
final class ParentWatch {
  private ParentWatch() {}

  /** Watches from now on; ending runs the shutdown hooks, which stop server and database. */
  static void begin() {
    ProcessHandle.current().parent().ifPresent(ParentWatch::watch);
  }

  private static void watch(ProcessHandle parent) {
    Thread watcher =
        new Thread(
            () -> {
              parent.onExit().join();
              System.exit(0);
            },
            "parent-watch");
    watcher.setDaemon(true);
    watcher.start();
  }
}
