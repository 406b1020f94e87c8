package org.wenshu.config;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.wenshu.values.DictionaryField;
import org.wenshu.values.ValueDictionary;
import org.wenshu.values.ValuesConfig;
import org.wenshu.values.ValuesConfig.OnAmbiguous;

/**
 * Reads {@code wenshu.values.*}. Dictionaries are written {@code
 * department=DEPT,DEPARTMENT_NAME;project=projects.PROJECT_NAME}.
 */
final class ValuesKeys {
  private ValuesKeys() {}

  static ValuesConfig read(Config config) {
    ValuesConfig defaults = ValuesConfig.defaults();
    return new ValuesConfig(
        value(config, "dictionaries", String.class)
            .map(ValuesKeys::dictionaries)
            .orElse(defaults.dictionaries()),
        value(config, "ttl", Duration.class).orElse(defaults.ttl()),
        value(config, "cap", Integer.class).orElse(defaults.cap()),
        value(config, "first-wait", Duration.class).orElse(defaults.firstWait()),
        value(config, "on-ambiguous", String.class)
            .map(name -> OnAmbiguous.valueOf(name.toUpperCase(Locale.ROOT)))
            .orElse(defaults.onAmbiguous()));
  }

  private static <T> Optional<T> value(Config config, String name, Class<T> type) {
    return config.getOptionalValue("wenshu.values." + name, type);
  }

  static List<ValueDictionary> dictionaries(String text) {
    return Stream.of(text.split(";", -1))
        .filter(group -> !group.isBlank())
        .map(ValuesKeys::dictionary)
        .toList();
  }

  private static ValueDictionary dictionary(String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      throw new IllegalArgumentException(
          "wenshu.values.dictionaries needs group=COLUMN,…: " + text);
    }
    return new ValueDictionary(
        text.substring(0, equals).strip(),
        Stream.of(text.substring(equals + 1).split(",", -1)).map(DictionaryField::parse).toList());
  }
}
