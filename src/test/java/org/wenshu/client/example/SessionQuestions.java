package org.wenshu.client.example;

import java.time.Duration;
import java.util.List;
import org.wenshu.client.RetryPolicy;
import org.wenshu.client.Wenshu;
import org.wenshu.client.rag.Batch;
import org.wenshu.client.rag.RagAsker;
import org.wenshu.client.rag.RagException;
import org.wenshu.client.rag.RagQuestion;
import org.wenshu.client.rag.RagSession;

final class SessionQuestions {
  static void followUp(Wenshu wenshu) {
    RagSession session = wenshu.rag().newSession("report");
    System.out.println(session.ask("查询最新的用户").rows());
    try {
      System.out.println(session.ask("该用户的订单").rows());
    } catch (RagException failure) {
      System.out.println(failure.number() + " " + failure.data().get("suggestions"));
    }
  }

  static void batch(Wenshu wenshu, List<RagQuestion> questions) {
    RagAsker asker =
        wenshu.rag().retrying(RetryPolicy.defaults()).caching(Duration.ofMinutes(5), 100);
    for (Batch.Outcome outcome : Batch.ask(asker, questions, 5)) {
      System.out.println(outcome.answer().map(answer -> answer.rows().size()));
    }
  }
}
