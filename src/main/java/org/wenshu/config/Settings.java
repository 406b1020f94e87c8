package org.wenshu.config;

import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Reads the keys of one component, each with its default. */
record Settings(Config config, String prefix) {
  int number(String name, int otherwise) {
    return config.getOptionalValue(prefix + name, Integer.class).orElse(otherwise);
  }

  boolean truth(String name, boolean otherwise) {
    return config.getOptionalValue(prefix + name, Boolean.class).orElse(otherwise);
  }

  String text(String name, String otherwise) {
    return config.getOptionalValue(prefix + name, String.class).orElse(otherwise);
  }

  List<String> list(String name, List<String> otherwise) {
    return config.getOptionalValues(prefix + name, String.class).orElse(otherwise);
  }

  Duration duration(String name, Duration otherwise) {
    return config.getOptionalValue(prefix + name, Duration.class).orElse(otherwise);
  }
}
