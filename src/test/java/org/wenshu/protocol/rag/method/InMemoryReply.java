package org.wenshu.protocol.rag.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.wenshu.protocol.rag.wire.RagError;
import org.wenshu.question.Language;

/** Keeps the answers to one request, of which there should be one. */
final class InMemoryReply implements RagReply {
  static final String ABANDONED = "abandoned";

  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

  /** The next answer; fails when none comes. */
  String next() throws InterruptedException {
    String answer = answers.poll(10, TimeUnit.SECONDS);
    if (answer == null) {
      throw new AssertionError("No answer");
    }
    return answer;
  }

  /** The answers nobody has asked for yet. */
  List<String> rest() {
    return List.copyOf(answers);
  }

  @Override
  public void success(ObjectNode result) {
    answers.add(result.toString());
  }

  @Override
  public void failure(RagError error, Language language, boolean administrator) {
    answers.add(error.toJson(language, administrator).toString());
  }

  @Override
  public void abandoned() {
    answers.add(ABANDONED);
  }
}
