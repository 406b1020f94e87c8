package org.wenshu.client.cli;

/** Where {@code java -jar} begins. */
public final class Main {
  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Terminal terminal = Terminal.system();
    int code = new CommandLine(terminal, System.getenv()).run(arguments);
    terminal.flush();
    System.exit(code);
  }
}
