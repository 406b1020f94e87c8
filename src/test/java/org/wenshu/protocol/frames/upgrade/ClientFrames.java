package org.wenshu.protocol.frames.upgrade;

import java.nio.ByteBuffer;

/** Short frames as clients send them. */
final class ClientFrames {
  private static final int MASKED = 0x80;
  private static final int MASK = 0x12345678;

  private ClientFrames() {}

  /**
   * A frame of zeros.
   *
   * @param first its first byte: the flag of the last fragment and the opcode
   * @param length at most 125
   */
  static byte[] frame(int first, int length) {
    return ByteBuffer.allocate(6 + length)
        .put((byte) first)
        .put((byte) (MASKED | length))
        .putInt(MASK)
        .array();
  }
}
