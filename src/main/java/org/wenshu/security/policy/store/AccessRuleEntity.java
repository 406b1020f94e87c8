package org.wenshu.security.policy.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wenshu.security.policy.AccessRule;

/** A stored rule. */
@Entity
@Table(name = "access_rule")
class AccessRuleEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "subject_level")
  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private AccessRule.Level level;

  private String subject;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private AccessRule.Effect effect;

  @Column(name = "table_name")
  private String table;

  @Column(name = "column_name")
  private String column;

  private String expression;

  /** For JPA. */
  protected AccessRuleEntity() {}

  AccessRuleEntity(AccessRule rule) {
    level = rule.subject().level();
    subject = rule.subject().name();
    effect = rule.effect();
    table = rule.table();
    column = rule.column();
    expression = rule.expression();
  }

  AccessRule toRule() {
    return new AccessRule(
        new AccessRule.Subject(level, subject),
        effect,
        table,
        column,
        Optional.ofNullable(expression).orElse(""));
  }
}
