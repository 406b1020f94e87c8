package org.wenshu.suggestion;

import java.util.ArrayList;
import java.util.List;

/** Gathers questions, or ends of questions, about one table. For one answer. */
final class Lines {
  private final Topic topic;
  private final List<Candidate> lines = new ArrayList<>();

  Lines(Topic topic) {
    this.topic = topic;
  }

  void add(Shape shape, String text) {
    lines.add(new Candidate(text, shape, topic.table()));
  }

  List<Candidate> all() {
    return lines;
  }
}
