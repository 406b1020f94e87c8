package org.wenshu.client.cli;

import java.io.IOException;
import org.wenshu.client.Wenshu;

/** Something that can be typed. */
@FunctionalInterface
interface Command {
  /**
   * Does it.
   *
   * @return the exit code
   * @throws org.wenshu.client.WenshuException if the server does not do its part
   * @throws IOException if a file cannot be read or written
   */
  int run(Wenshu wenshu, Arguments arguments, Terminal terminal) throws IOException;
}
