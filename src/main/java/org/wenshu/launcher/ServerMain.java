package org.wenshu.launcher;

import fish.payara.micro.PayaraMicro;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the server's own process runs: Payara Micro, ended when the launcher ends. Needs nothing but
 * Payara Micro and {@link ParentWatch} on the class path.
 */
public final class ServerMain {
  private ServerMain() {}

  /**
   * Starts the server and notes in a file that it is up, deployments included.
   *
   * @param arguments the file, then what Payara Micro is to be told
   */
  public static void main(String[] arguments) throws IOException {
    ParentWatch.begin();
    String[] rest = new String[arguments.length - 1];
    System.arraycopy(arguments, 1, rest, 0, rest.length);
    PayaraMicro.main(rest);
    Files.createFile(Path.of(arguments[0]));
  }
}
