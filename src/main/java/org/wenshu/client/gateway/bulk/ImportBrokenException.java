package org.wenshu.client.gateway.bulk;

import org.wenshu.client.ConnectionException;

/** The connection was lost in the middle of an import. What was stored until then stays. */
public final class ImportBrokenException extends ConnectionException {
  private static final long serialVersionUID = 1L;

  private final transient ImportProgress progress;

  ImportBrokenException(ImportProgress progress, Throwable cause) {
    super("The import ended after " + progress.sent() + " items: " + cause.getMessage(), cause);
    this.progress = progress;
  }

  /** How far it had come. */
  public ImportProgress progress() {
    return progress;
  }
}
