package org.wenshu.client.rag;

/** Something that goes on until it is closed; closing it again does nothing. */
@FunctionalInterface
public interface Registration extends AutoCloseable {
  @Override
  void close();
}
