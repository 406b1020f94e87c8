package org.wenshu.client.rag;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Hands notices to whoever wants them. One that fails does not keep them from the others. */
final class NoticeBoard {
  private static final Logger LOG = Logger.getLogger(NoticeBoard.class.getName());

  private final List<Consumer<RagNotice>> readers = new CopyOnWriteArrayList<>();

  Registration add(Consumer<RagNotice> reader) {
    readers.add(reader);
    return () -> readers.remove(reader);
  }

  void post(RagNotice notice) {
    for (Consumer<RagNotice> reader : readers) {
      try {
        reader.accept(notice);
      } catch (RuntimeException failed) {
        LOG.log(Level.WARNING, "A reader of notices failed", failed);
      }
    }
  }
}
