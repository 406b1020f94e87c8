package org.wenshu.client.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.wenshu.client.ApplicationException;
import org.wenshu.client.ConnectionException;
import org.wenshu.client.ConnectionRefusedException;
import org.wenshu.client.HandshakeRefusedException;
import org.wenshu.client.ProtocolException;
import org.wenshu.client.RequestTimeoutException;
import org.wenshu.client.WenshuException;
import org.wenshu.client.gateway.rest.StatusException;

/** What went wrong, in one sentence, and what the process ends with. */
record Complaint(int exitCode, Words words, List<Object> values) {
  private Complaint(int exitCode, Words words, Object... values) {
    this(exitCode, words, List.of(values));
  }

  static Complaint of(WenshuException failure, Arguments arguments) {
    if (failure instanceof HandshakeRefusedException refused) {
      return status(refused.status(), failure);
    } else if (failure instanceof StatusException refused) {
      return status(refused.status(), failure);
    } else if (failure instanceof ConnectionRefusedException) {
      return new Complaint(
          ExitCode.NO_CONNECTION, Words.NO_CONNECTION, shown(arguments), reason(failure));
    } else if (failure instanceof RequestTimeoutException) {
      return new Complaint(ExitCode.NO_CONNECTION, Words.TOO_LATE, failure.getMessage());
    } else if (failure instanceof ConnectionException) {
      return new Complaint(ExitCode.NO_CONNECTION, Words.LOST, failure.getMessage());
    } else if (failure instanceof ApplicationException) {
      return new Complaint(ExitCode.REFUSED, Words.SERVER_SAYS, failure.getMessage());
    } else if (failure instanceof ProtocolException) {
      return new Complaint(ExitCode.REFUSED, Words.WRONG_FORM, failure.getMessage());
    }
    return new Complaint(ExitCode.REFUSED, Words.FAILED, failure.getMessage());
  }

  private static Complaint status(int status, WenshuException failure) {
    return switch (status) {
      case 401, 403 -> new Complaint(ExitCode.NO_ACCESS, Words.NO_ACCESS, status);
      case 404 -> new Complaint(ExitCode.REFUSED, Words.NOT_THERE);
      default -> new Complaint(ExitCode.REFUSED, Words.SERVER_SAYS, failure.getMessage());
    };
  }

  /** The address may hold a user name. */
  private static String shown(Arguments arguments) {
    return arguments.url().replaceFirst("//[^/@]*@", "//");
  }

  private static String reason(WenshuException failure) {
    Throwable cause = failure.getCause();
    if (cause == null) {
      return failure.getMessage();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  static Complaint of(IOException failure) {
    String file = failure instanceof FileSystemException known ? known.getFile() : "";
    String reason =
        failure instanceof NoSuchFileException
            ? "no such file"
            : String.valueOf(failure.getMessage());
    return new Complaint(ExitCode.NO_FILE, Words.NO_FILE, file, reason);
  }

  int tell(Terminal terminal) {
    terminal.flush();
    terminal.err().println(terminal.words(words, values.toArray()));
    return exitCode;
  }
}
