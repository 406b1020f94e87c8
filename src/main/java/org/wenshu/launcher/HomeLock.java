package org.wenshu.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.wenshu.error.ErrorCode;
import org.wenshu.question.Wording;

/** Holds a folder for one process. The operating system lets go of it however the process ends. */
final class HomeLock implements AutoCloseable {
  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the folder, creating it when missing, or fails at once when another process has it. */
  static HomeLock acquire(Path home) {
    try {
      PrivateFiles.createFolder(home);
      FileChannel channel =
          FileChannel.open(
              home.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel)) {
        return new HomeLock(channel);
      }
      channel.close();
    } catch (IOException e) {
      throw new LaunchException(
          ErrorCode.INTERNAL,
          new Wording("无法使用数据目录 " + home, "The data folder %s cannot be used".formatted(home)),
          e);
    }
    throw new LaunchException(
        ErrorCode.SATURATED,
        new Wording(
            "数据目录 %s 正被另一个问数进程使用；请先停止它，或用 wenshu.home 指定别的目录。".formatted(home),
            "The data folder %s is in use by another Wenshu; stop that one first or name another folder with wenshu.home."
                .formatted(home)));
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      // The other holder lives in this very process.
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
