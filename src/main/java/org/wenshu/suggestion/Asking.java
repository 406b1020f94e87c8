package org.wenshu.suggestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What can be asked of a schema by somebody who began like this. For one answer. */
final class Asking {
  private final Phrasing phrasing;
  private final Phrasing.Opening opening;

  Asking(Phrasing phrasing, String partial) {
    this.phrasing = phrasing;
    this.opening = phrasing.opening(partial);
  }

  List<Candidate> about(List<Topic> topics) {
    List<Candidate> questions = new ArrayList<>();
    topics.forEach(t -> questions.addAll(phrasing.questions(t, opening)));
    return questions;
  }

  /** Whole questions that begin like the text, in its own letter case. */
  List<Candidate> beginningWith(String text, List<Topic> topics) {
    List<Candidate> found = new ArrayList<>();
    List<Candidate> all = new ArrayList<>(about(topics));
    topics.forEach(t -> all.addAll(phrasing.otherwise(t)));
    for (Candidate candidate : all) {
      if (startsWith(candidate.text(), text)) {
        String whole = text + candidate.text().substring(text.length());
        found.add(new Candidate(whole, candidate.shape(), candidate.table()));
      }
    }
    return found;
  }

  /** The text up to where a table is named, and how it may go on from there. */
  List<Candidate> continued(String text, List<Topic> topics) {
    List<Candidate> found = new ArrayList<>();
    for (Topic topic : topics) {
      int end = endOfNoun(text, topic);
      if (end < 0) {
        continue;
      }
      for (Candidate ending : phrasing.endings(topic, opening)) {
        String whole = text.substring(0, end) + ending.text();
        if (startsWith(whole, text)) {
          found.add(
              new Candidate(text + whole.substring(text.length()), ending.shape(), ending.table()));
        }
      }
    }
    return found;
  }

  private static int endOfNoun(String text, Topic topic) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String noun : List.of(topic.noun(), topic.table().toLowerCase(Locale.ROOT))) {
      int start = lower.lastIndexOf(noun.toLowerCase(Locale.ROOT));
      if (start >= 0) {
        return start + noun.length();
      }
    }
    return -1;
  }

  private static boolean startsWith(String text, String beginning) {
    return text.toLowerCase(Locale.ROOT).startsWith(beginning.toLowerCase(Locale.ROOT));
  }
}
