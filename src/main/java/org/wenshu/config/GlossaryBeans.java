package org.wenshu.config;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.wenshu.knowledge.ChunkStore;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.EntityContexts;
import org.wenshu.knowledge.TripleStore;
import org.wenshu.knowledge.glossary.CurrentGlossary;
import org.wenshu.knowledge.glossary.GlossaryConfig;
import org.wenshu.knowledge.glossary.ToldTerms;
import org.wenshu.protocol.http.StartGate;

/** Keeps the glossary as the triples have it ({@code wenshu.glossary.*}). */
@ApplicationScoped
public class GlossaryBeans {
  @Resource private ManagedScheduledExecutorService background;

  /** Where terms come from. */
  @Produces
  @Singleton
  public GlossaryConfig glossaryConfig(Config config) {
    GlossaryConfig defaults = GlossaryConfig.defaults();
    Settings settings = new Settings(config, "wenshu.glossary.");
    return new GlossaryConfig(
        CollectionId.of(settings.text("user", ""), settings.text("collection", "")),
        settings.list("meaning", defaults.meaning()),
        settings.list("alternative", defaults.alternative()),
        settings.duration("refresh-interval", defaults.refreshInterval()),
        settings.number("max-terms", defaults.maxTerms()));
  }

  /** The glossary of the moment. */
  @Produces
  @Singleton
  public CurrentGlossary currentGlossary(
      TripleStore triples, EntityContexts contexts, ChunkStore chunks, GlossaryConfig config) {
    return new CurrentGlossary(triples, new ToldTerms(contexts, chunks, config), config);
  }

  /** Reads it from now on; a server that stops ends that by itself. */
  void start(
      @Observes @Initialized(ApplicationScoped.class) Object started,
      CurrentGlossary glossary,
      GlossaryConfig config,
      StartGate gate) {
    long millis = config.refreshInterval().toMillis();
    if (millis > 0) {
      gate.whenOpen(
          () -> {
            var unused =
                background.scheduleWithFixedDelay(
                    glossary::refresh, 0, millis, TimeUnit.MILLISECONDS);
          });
    }
  }
}
