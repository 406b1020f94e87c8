package org.wenshu.assistant.retrieval;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.wenshu.assistant.LanguageModel;
import org.wenshu.assistant.prompt.PromptTemplates;
import org.wenshu.assistant.prompt.RenderedPrompt;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.DocumentEmbeddings;
import org.wenshu.knowledge.ScoredChunk;
import org.wenshu.knowledge.Vector;
import org.wenshu.knowledge.embedding.EmbeddingModel;
import org.wenshu.knowledge.embedding.Terms;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;
import org.wenshu.question.Language;
import org.wenshu.question.Wording;

/**
 * Answers questions from the documents of a collection: with a model in its words, without one by
 * the sentences that fit best. Thread-safe.
 */
public final class DocumentAnswers {
  private static final int MOST_SENTENCES = 5;
  private static final double LEAST_SHARED = 0.15;
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[。！？!?])|(?<=\\.)\\s+|\\n+");
  private static final Wording NOTHING =
      new Wording("文档中没有与此相关的内容。", "The documents say nothing about this.");

  private final DocumentEmbeddings documents;
  private final EmbeddingModel vectors;
  private final PromptTemplates prompts;
  private final LanguageModel model;

  /** Answers from those documents. */
  public DocumentAnswers(
      DocumentEmbeddings documents,
      EmbeddingModel vectors,
      PromptTemplates prompts,
      LanguageModel model) {
    this.documents = documents;
    this.vectors = vectors;
    this.prompts = prompts;
    this.model = model;
  }

  /** The passages nearest to the words, best first. */
  public List<String> passages(
      String text,
      CollectionId collection,
      int limit,
      Deadline deadline,
      Cancellation cancellation) {
    Vector vector = vectors.embed(text, deadline, cancellation);
    return documents.nearest(collection, vector, limit).stream()
        .map(ScoredChunk::chunk)
        .filter(chunk -> !chunk.isBlank())
        .distinct()
        .toList();
  }

  /** Hands on the answer piece by piece. */
  public void answer(
      String text,
      CollectionId collection,
      int limit,
      Consumer<String> pieces,
      Deadline deadline,
      Cancellation cancellation) {
    List<String> passages = passages(text, collection, limit, deadline, cancellation);
    if (model.isConfigured()) {
      ObjectNode variables = JsonNodeFactory.instance.objectNode().put("query", text);
      passages.forEach(variables.putArray("documents")::add);
      RenderedPrompt prompt = prompts.render("document-prompt", variables);
      var unused = model.answer(prompt.system(), prompt.user(), pieces, deadline, cancellation);
    } else {
      pieces.accept(extract(text, passages));
    }
  }

  private static String extract(String text, List<String> passages) {
    List<String> found = sentences(text, passages);
    return found.isEmpty() ? NOTHING.in(Language.of(text)) : String.join("\n", found);
  }

  /** The sentences that share most words with the question, in the order of the passages. */
  public static List<String> sentences(String text, List<String> passages) {
    Set<String> wanted = Terms.of(text);
    List<Ranked> ranked = new ArrayList<>();
    for (String passage : passages) {
      for (String sentence : SENTENCE_END.split(passage, -1)) {
        double shared = Terms.shared(wanted, Terms.of(sentence));
        if (shared >= LEAST_SHARED) {
          ranked.add(new Ranked(ranked.size(), sentence.strip(), shared));
        }
      }
    }
    ranked.sort(Comparator.comparingDouble(Ranked::shared).reversed());
    return ranked.stream()
        .limit(MOST_SENTENCES)
        .sorted(Comparator.comparingInt(Ranked::place))
        .map(Ranked::sentence)
        .distinct()
        .toList();
  }

  private record Ranked(int place, String sentence, double shared) {}
}
