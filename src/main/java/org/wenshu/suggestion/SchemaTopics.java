package org.wenshu.suggestion;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.wenshu.question.Language;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;

/** The tables of one version of a schema as people speak of them in one language. Thread-safe. */
final class SchemaTopics {
  private final TableOrder order;
  private final TopicReader reader;
  private final Phrasing phrasing;
  private final Map<String, Topic> topics = new ConcurrentHashMap<>();
  private final List<Topic> main;

  SchemaTopics(SchemaSnapshot visible, Language language) {
    order = new TableOrder(visible);
    reader = new TopicReader(visible, order, new Words(language));
    phrasing = language == Language.CHINESE ? new ChinesePhrasing() : new EnglishPhrasing();
    main = of(order.main());
  }

  List<Topic> of(Collection<Table> tables) {
    return tables.stream().map(t -> topics.computeIfAbsent(t.name(), n -> reader.read(t))).toList();
  }

  /** What to suggest to somebody who has not said anything. */
  List<Topic> main() {
    return main;
  }

  Phrasing phrasing() {
    return phrasing;
  }
}
