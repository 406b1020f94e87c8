package org.wenshu.prompt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wenshu.question.Language;

/**
 * A text with places in double braces, kept as a resource in both languages. A value that itself
 * holds such a place stays as it is: places are filled in one pass.
 */
final class Template {
  // First, because the templates are read with it.
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  static final Bilingual SYSTEM = new Bilingual("system");
  static final Bilingual REPAIR = new Bilingual("repair");
  static final Bilingual EARLIER = new Bilingual("earlier");
  static final Bilingual TERMS = new Bilingual("terms");

  /** Fixed texts and, between each two of them, the name of a place. */
  private final List<String> parts = new ArrayList<>();

  private Template(String text) {
    Matcher place = PLACE.matcher(text);
    int end = 0;
    while (place.find()) {
      parts.add(text.substring(end, place.start()));
      parts.add(place.group(1));
      end = place.end();
    }
    parts.add(text.substring(end));
  }

  /** Fills the places; names and values alternate. */
  String fill(String... namesAndValues) {
    StringBuilder filled = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      filled.append(i % 2 == 0 ? parts.get(i) : valueOf(parts.get(i), namesAndValues));
    }
    return filled.toString();
  }

  private static String valueOf(String name, String... namesAndValues) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i].equals(name)) {
        return namesAndValues[i + 1];
      }
    }
    throw new IllegalArgumentException("No value for the place " + name);
  }

  /** One template in both languages, read from the resources once. */
  static final class Bilingual {
    private final Map<Language, Template> byLanguage = new EnumMap<>(Language.class);

    private Bilingual(String name) {
      byLanguage.put(Language.CHINESE, read(name + ".zh.txt"));
      byLanguage.put(Language.ENGLISH, read(name + ".en.txt"));
    }

    Template in(Language language) {
      return byLanguage.get(language);
    }

    private static Template read(String resource) {
      try (InputStream in = Template.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new IllegalStateException("The prompt template " + resource + " is missing");
        }
        return new Template(new String(in.readAllBytes(), UTF_8).strip());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
