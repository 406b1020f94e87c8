package org.wenshu.protocol.gateway.bulk;

import java.io.IOException;
import java.util.List;
import org.msgpack.core.MessagePacker;
import org.wenshu.knowledge.CoreId;
import org.wenshu.knowledge.CorePart;
import org.wenshu.knowledge.EntityVector;
import org.wenshu.knowledge.Triple;
import org.wenshu.knowledge.Value;
import org.wenshu.knowledge.Vector;

/** Writes the messages of a knowledge core (contract, section 5.9). For one thread. */
final class CoreWriter {
  private static final String NO_COLLECTION = "";

  private final MessagePacker messages;
  private final CoreId core;

  CoreWriter(MessagePacker messages, CoreId core) {
    this.messages = messages;
    this.core = core;
  }

  /** Writes what is in the part, as one message for each kind. */
  void write(CorePart part) throws IOException {
    if (!part.triples().isEmpty()) {
      begin("t", "t", part.triples().size());
      for (Triple triple : part.triples()) {
        write(triple);
      }
    }
    if (!part.entities().isEmpty()) {
      begin("ge", "e", part.entities().size());
      write(part.entities());
    }
    messages.flush();
  }

  private void begin(String kind, String list, int size) throws IOException {
    messages.packArrayHeader(2).packString(kind);
    messages.packMapHeader(2).packString("m").packMapHeader(4);
    messages.packString("i").packString(core.id());
    messages.packString("m").packArrayHeader(0);
    messages.packString("u").packString(core.user());
    messages.packString("c").packString(NO_COLLECTION);
    messages.packString(list).packArrayHeader(size);
  }

  private void write(Triple triple) throws IOException {
    messages.packMapHeader(3);
    messages.packString("s");
    write(triple.s());
    messages.packString("p");
    write(triple.p());
    messages.packString("o");
    write(triple.o());
  }

  private void write(List<EntityVector> entities) throws IOException {
    for (EntityVector item : entities) {
      messages.packMapHeader(2).packString("e");
      write(item.entity());
      messages.packString("v").packArrayHeader(1);
      write(item.vector());
    }
  }

  private void write(Value value) throws IOException {
    messages.packMapHeader(2);
    messages.packString("v").packString(value.v());
    messages.packString("e").packBoolean(value.e());
  }

  private void write(Vector vector) throws IOException {
    messages.packArrayHeader(vector.dimension());
    for (int i = 0; i < vector.dimension(); i++) {
      messages.packFloat(vector.at(i));
    }
  }
}
