package org.wenshu.security.policy.store;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.wenshu.security.policy.AccessRule;
import org.wenshu.security.policy.RuleStore;

/** Reads rules as entities, one transaction for each call. */
@Stateless
@Local(RuleStore.class)
public class JpaRuleStore implements RuleStore {
  /** A rule that loading cuts off would protect nothing: more are an error. */
  private static final int MOST = 100_000;

  @PersistenceContext(unitName = "wenshu")
  private EntityManager entities;

  /** For the container, which injects the rest. */
  public JpaRuleStore() {}

  /** A store on that entity manager, whose transactions are the caller's. */
  JpaRuleStore(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public List<AccessRule> load() {
    List<AccessRuleEntity> found =
        entities
            .createQuery("select r from AccessRuleEntity r order by r.id", AccessRuleEntity.class)
            .setMaxResults(MOST + 1)
            .getResultList();
    if (found.size() > MOST) {
      throw new IllegalStateException("There are more than " + MOST + " access rules");
    }
    return found.stream().map(AccessRuleEntity::toRule).toList();
  }
}
