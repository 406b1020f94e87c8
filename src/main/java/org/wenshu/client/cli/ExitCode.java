package org.wenshu.client.cli;

/** What the process ends with. */
final class ExitCode {
  /** It worked. */
  static final int FINE = 0;

  /** The server answers that it did not. */
  static final int REFUSED = 1;

  /** The command was not understood. */
  static final int USAGE = 2;

  /** There is no connection, or it was lost. */
  static final int NO_CONNECTION = 3;

  /** The token is missing, wrong or not enough. */
  static final int NO_ACCESS = 4;

  /** A part of an import could not be stored. */
  static final int PARTLY = 5;

  /** A file cannot be read or written. */
  static final int NO_FILE = 6;

  private ExitCode() {}
}
