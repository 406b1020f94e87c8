package org.wenshu.client.rag;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/**
 * Remembers answers for a time, the least recently used going first when there are too many.
 * Questions in a session are passed on, because their meaning depends on what was said before;
 * failures are not remembered. The same question asked while it is being answered is asked once.
 */
final class AnswerCache implements RagAsker {
  private final RagAsker asker;
  private final long lifeNanos;
  private final LongSupplier clock;
  private final Map<Key, Entry> entries;

  AnswerCache(RagAsker asker, Duration life, int most, LongSupplier clock) {
    this.asker = asker;
    this.lifeNanos = life.toNanos();
    this.clock = clock;
    this.entries =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Key, Entry> eldest) {
            return size() > most;
          }
        };
  }

  @Override
  public CompletableFuture<RagAnswer> askAsync(RagQuestion question) {
    if (question.session().isPresent()) {
      return asker.askAsync(question);
    }
    Key key = new Key(question.question(), question.options());
    CompletableFuture<RagAnswer> answer;
    synchronized (entries) {
      Entry known = entries.get(key);
      if (known != null && clock.getAsLong() - known.since < lifeNanos) {
        return known.answer.copy();
      }
      answer = asker.askAsync(question);
      entries.put(key, new Entry(answer, clock.getAsLong()));
    }
    var unused =
        answer.whenComplete(
            (value, failure) -> {
              if (failure != null) {
                forget(key, answer);
              }
            });
    return answer.copy();
  }

  private void forget(Key key, CompletableFuture<RagAnswer> answer) {
    synchronized (entries) {
      Entry known = entries.get(key);
      if (known != null && known.answer == answer) {
        entries.remove(key);
      }
    }
  }

  private record Key(String question, RagOptions options) {}

  private record Entry(CompletableFuture<RagAnswer> answer, long since) {}
}
