package org.wenshu.assistant.prompt;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.Extension;
import io.pebbletemplates.pebble.extension.ExtensionCustomizer;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.loader.StringLoader;
import io.pebbletemplates.pebble.tokenParser.TokenParser;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Renders templates with <code>{{name}}</code>, loops and conditions. Templates come from clients:
 * they reach nothing but their variables, which are maps, lists and scalars, and what they render
 * is bounded. Thread-safe.
 */
final class TemplateEngine {
  private static final int MAX_CHARS = 1 << 20;
  private static final Set<String> TAGS = Set.of("for", "if", "set", "verbatim", "filter");

  private final PebbleEngine engine =
      new PebbleEngine.Builder()
          .loader(new StringLoader())
          .autoEscaping(false)
          .strictVariables(false)
          .newLineTrimming(false)
          .cacheActive(false)
          .maxRenderedSize(MAX_CHARS)
          .registerExtensionCustomizer(Harmless::new)
          .build();

  /** The text; a variable that is not there is empty. */
  String render(String template, Map<String, Object> variables) {
    StringWriter text = new StringWriter();
    try {
      engine.getLiteralTemplate(template).evaluate(text, new HashMap<>(variables));
    } catch (PebbleException e) {
      throw new PromptException(
          "模板无效: " + e.getPebbleMessage(), "Bad template: " + e.getPebbleMessage(), e);
    } catch (IOException e) {
      throw new PromptException("模板无效", "Bad template", e);
    }
    return text.toString();
  }

  /** Without functions, one of which makes lists of any length, and without other templates. */
  private static final class Harmless extends ExtensionCustomizer {
    Harmless(Extension extension) {
      super(extension);
    }

    @Override
    public Map<String, Function> getFunctions() {
      return Map.of();
    }

    @Override
    public List<TokenParser> getTokenParsers() {
      List<TokenParser> parsers = super.getTokenParsers();
      return parsers == null
          ? List.of()
          : parsers.stream().filter(parser -> TAGS.contains(parser.getTag())).toList();
    }
  }
}
