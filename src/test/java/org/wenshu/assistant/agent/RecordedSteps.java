package org.wenshu.assistant.agent;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes down what an agent does. */
final class RecordedSteps implements AgentListener {
  final StringBuilder thoughts = new StringBuilder();
  final StringBuilder steps = new StringBuilder();
  final StringBuilder answer = new StringBuilder();

  @Override
  public void thought(String piece) {
    thoughts.append(piece);
  }

  @Override
  public void endOfThought() {
    thoughts.append('|');
  }

  @Override
  public void action(String tool, JsonNode arguments) {
    steps.append(tool).append(arguments).append('|');
  }

  @Override
  public void observation(String text) {
    steps.append(text).append('|');
  }

  @Override
  public void answer(String piece) {
    answer.append(piece);
  }
}
