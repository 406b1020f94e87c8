package org.wenshu.schema.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.NoResultException;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LateFactoryTest {
  private final CompletableFuture<EntityManagerFactory> making = new CompletableFuture<>();
  private final EntityManagerFactory late = LateFactory.of(making);
  private final List<String> calls = new ArrayList<>();

  /** Notes what it is asked; fails at {@code flush} and {@code clear}. */
  private final class ScriptedManager extends Delegation {
    @Override
    Object answer(Method method, Object[] arguments) {
      calls.add(method.getName());
      return switch (method.getName()) {
        case "flush" -> throw new NoResultException("scripted");
        case "clear" -> throw new NoClassDefFoundError("scripted");
        case "isOpen", "contains" -> true;
        default -> null;
      };
    }
  }

  /** Makes managers that note what they are asked. */
  private final class ScriptedFactory extends Delegation {
    @Override
    Object answer(Method method, Object[] arguments) {
      calls.add(method.getName());
      return switch (method.getName()) {
        case "createEntityManager" -> new ScriptedManager().as(EntityManager.class);
        case "getProperties" -> Map.of("a", "b");
        case "isOpen" -> true;
        default -> null;
      };
    }
  }

  private void finish() {
    making.complete(new ScriptedFactory().as(EntityManagerFactory.class));
  }

  @Test
  void aManagerIsOpenedAndClosedWithoutWaiting() {
    EntityManager manager = late.createEntityManager();

    assertThat(manager.isOpen()).isTrue();
    manager.close();
    assertThat(manager.isOpen()).isFalse();
    assertThatThrownBy(manager::clear).isInstanceOf(IllegalStateException.class);
    assertThat(calls).isEmpty();
  }

  @Test
  void whoUsesAManagerWaits() throws Exception {
    EntityManager manager = late.createEntityManager();
    CompletableFuture<Boolean> use = CompletableFuture.supplyAsync(() -> manager.contains("x"));

    assertThatThrownBy(() -> use.get(100, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    finish();
    assertThat(use.get(20, TimeUnit.SECONDS)).isTrue();
    manager.close();
    assertThat(calls).containsExactly("createEntityManager", "contains", "close");
  }

  @Test
  void whatItThrowsIsThrownAsItIs() {
    EntityManager manager = late.createEntityManager();
    finish();

    assertThatThrownBy(manager::flush).isInstanceOf(NoResultException.class);
    assertThatThrownBy(manager::clear).isInstanceOf(NoClassDefFoundError.class);
  }

  @Test
  void onceMadeItIsAskedDirectly() {
    finish();

    assertThat(late.getProperties()).isEqualTo(Map.of("a", "b"));
    assertThat(late.createEntityManager().isOpen()).isTrue();
    late.close();
    assertThat(calls).containsExactly("getProperties", "createEntityManager", "isOpen", "close");
  }

  @Test
  void whatCouldNotBeMadeSaysWhyAndCanBeClosed() {
    IllegalStateException reason = new IllegalStateException("no such table");
    EntityManager before = late.createEntityManager();
    making.completeExceptionally(reason);

    assertThatThrownBy(before::clear).isInstanceOf(PersistenceException.class).hasRootCause(reason);
    assertThatThrownBy(late::createEntityManager)
        .isInstanceOf(PersistenceException.class)
        .hasRootCause(reason);
    assertThatCode(late::close).doesNotThrowAnyException();
  }

  @Test
  void whatIsClosedInTheMakingIsClosedWhenItIsMade() {
    late.close();
    assertThat(calls).isEmpty();

    finish();
    assertThat(calls).containsExactly("close");
  }

  @Test
  void isToldFromOthersWithoutWaiting() {
    EntityManagerFactory other = LateFactory.of(new CompletableFuture<>());

    assertThat(Stream.of(late, other, late).distinct()).containsExactly(late, other);
    assertThat(late).hasToString("LateFactory");
  }
}
