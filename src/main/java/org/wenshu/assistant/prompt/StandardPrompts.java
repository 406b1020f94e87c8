package org.wenshu.assistant.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Optional;

/** The prompts that Wenshu itself uses, as long as nobody has configured others. */
final class StandardPrompts {
  static final String SYSTEM =
      "You are a careful assistant. Answer in the language of the question, from what you are given"
          + " and nothing else.";

  private static final Map<String, String> PROMPTS =
      Map.of(
          "question",
          "{{question}}",
          "kg-prompt",
          "Answer the question from the statements below. If they do not hold the answer, say so in"
              + " one sentence.\n\n"
              + "Statements:\n"
              + "{% for t in knowledge %}({{t.s}}, {{t.p}}, {{t.o}})\n"
              + "{% endfor %}\n"
              + "Question: {{query}}",
          "document-prompt",
          "Answer the question from the passages below. If they do not hold the answer, say so in"
              + " one sentence.\n\n"
              + "{% for d in documents %}Passage:\n"
              + "{{d}}\n\n"
              + "{% endfor %}Question: {{query}}",
          "agent-react",
          "You answer questions step by step with tools. In each step write exactly\n"
              + "Thought: what you need to know next\nAction: the name of one tool\n"
              + "Args: its arguments as a JSON object on one line\nand stop. When you know the"
              + " answer write\nThought: why you are done\nFinal Answer: the answer\n\nTools:\n"
              + "{% for tool in tools %}- {{tool.name}}: {{tool.description}} Arguments:"
              + " {{tool.arguments}}\n{% endfor %}\n{{context}}Question: {{question}}\n"
              + "{% for h in history %}Thought: {{h.thought}}\nAction: {{h.action}}\n"
              + "Args: {{h.arguments}}\nObservation: {{h.observation}}\n{% endfor %}");

  private StandardPrompts() {}

  static Optional<JsonNode> find(String id) {
    return Optional.ofNullable(PROMPTS.get(id)).map(JsonNodeFactory.instance::textNode);
  }
}
