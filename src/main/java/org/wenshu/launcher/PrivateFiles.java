package org.wenshu.launcher;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders that only their owner may read, from the moment they exist. */
final class PrivateFiles {
  private PrivateFiles() {}

  /** Creates an empty file with mode 0600, or empties one that is there. */
  static void create(Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(file, attributes("rw-------"));
  }

  /** Creates a folder and its missing parents with mode 0700; one that exists is left as it is. */
  static void createFolder(Path folder) throws IOException {
    try {
      Files.createDirectories(folder, attributes("rwx------"));
    } catch (FileAlreadyExistsException e) {
      // createDirectories refuses a symbolic link to a folder, which a person may well have set up.
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }

  private static FileAttribute<?>[] attributes(String mode) {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    Set<PosixFilePermission> permissions = PosixFilePermissions.fromString(mode);
    return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
  }
}
