package org.wenshu.protocol.frames;

import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.CloseReason.CloseCodes;

/**
 * What a dialect wants of its sender beyond the limits that all share.
 *
 * @param leaving the code of a close that is not the client's doing: the server stops, or the
 *     client has fallen silent
 * @param maxWaitingChars what may wait for a slow client; less than the shared limit changes
 *     nothing
 */
public record Conduct(CloseCode leaving, int maxWaitingChars) {
  /** 1001, and the shared limit. */
  public static Conduct standard() {
    return new Conduct(CloseCodes.GOING_AWAY, 0);
  }
}
