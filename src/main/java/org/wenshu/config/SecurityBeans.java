package org.wenshu.config;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.wenshu.security.Authentication;
import org.wenshu.security.RoleGrants;
import org.wenshu.security.SignedTokens;
import org.wenshu.security.jwt.JwtCallers;
import org.wenshu.security.jwt.JwtConfig;

/** Puts together who may connect ({@code wenshu.security.*}). */
@ApplicationScoped
public class SecurityBeans {
  private static final Logger LOG = Logger.getLogger(SecurityBeans.class.getName());

  @Resource private ManagedExecutorService background;

  /** Which JSON Web Tokens are believed: {@code wenshu.security.jwt.*}; none without keys. */
  @Produces
  @Singleton
  public SignedTokens signedTokens(Config config) {
    return JwtKeys.read(config).map(this::signedTokens).orElseGet(SignedTokens::none);
  }

  private SignedTokens signedTokens(JwtConfig config) {
    if (config.audience().isEmpty()) {
      LOG.warning(
          "wenshu.security.jwt.audience is not set: tokens meant for other services are accepted");
    }
    return JwtCallers.of(config, background);
  }

  /**
   * Who may connect: {@code wenshu.security.auth}, {@code off} or {@code required}; {@code
   * wenshu.security.tokens}, a list of {@code token=name}; {@code wenshu.security.identities}, what
   * is known of these names.
   */
  @Produces
  @Singleton
  public Authentication authentication(Config config, SignedTokens signedTokens) {
    return new Authentication(IdentityKeys.read(config), signedTokens);
  }

  /** What roles permit: {@code wenshu.security.role-grants} and {@code reserved-tables}. */
  @Produces
  @Singleton
  public RoleGrants roleGrants(Config config) {
    return RoleKeys.read(config);
  }
}
