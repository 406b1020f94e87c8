package org.wenshu.client.example;

import org.wenshu.client.Wenshu;
import org.wenshu.client.ask.AnswerStream;
import org.wenshu.client.ask.AskEvent;

final class StreamedQuestion {
  static void print(Wenshu wenshu, String question) {
    try (AnswerStream events = wenshu.ask().stream(question)) {
      while (events.hasNext()) {
        AskEvent event = events.next();
        if (event instanceof AskEvent.Chunk chunk) {
          System.out.print(chunk.text());
        } else if (event instanceof AskEvent.Answered end) {
          System.out.println(end.answer().rows());
        } else if (event instanceof AskEvent.NotAnswered end) {
          System.out.println(end.reason().message());
        }
      }
    }
  }
}
