package org.wenshu.assistant.agent;

import com.fasterxml.jackson.databind.JsonNode;

/** Hears what an agent does, as it happens, on one thread. */
public interface AgentListener {
  /** A piece of a thought. */
  void thought(String piece);

  /** The thought is complete. */
  void endOfThought();

  /** A tool is about to be used. */
  void action(String tool, JsonNode arguments);

  /** What came of it. */
  void observation(String text);

  /** A piece of the answer. */
  void answer(String piece);
}
