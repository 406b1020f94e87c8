package org.wenshu.knowledge.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.wenshu.knowledge.Vector;

/** Vectors as they are stored: 32-bit floats, lowest byte first. */
final class VectorBytes {
  private VectorBytes() {}

  static byte[] of(Vector vector) {
    int length = vector.dimension();
    byte[] bytes = new byte[length * Float.BYTES];
    int at = 0;
    for (int i = 0; i < length; i++) {
      int bits = Float.floatToRawIntBits(vector.at(i));
      bytes[at++] = (byte) bits;
      bytes[at++] = (byte) (bits >> 8);
      bytes[at++] = (byte) (bits >> 16);
      bytes[at++] = (byte) (bits >> 24);
    }
    return bytes;
  }

  static Vector read(byte[] bytes) {
    float[] values = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return Vector.of(values);
  }
}
