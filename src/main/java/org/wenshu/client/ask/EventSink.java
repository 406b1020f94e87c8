package org.wenshu.client.ask;

import org.wenshu.client.WenshuException;

/** Takes the events of one question: never by two threads at once, and nothing after the end. */
interface EventSink {
  void event(AskEvent event);

  void completed();

  void failed(WenshuException failure);
}
