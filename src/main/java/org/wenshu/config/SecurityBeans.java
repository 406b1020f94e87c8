package org.wenshu.config;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.wenshu.security.Authentication;
import org.wenshu.security.AuthenticationConfig;
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
   * Who may connect: {@code wenshu.security.auth}, {@code off} or {@code required}, and {@code
   * wenshu.security.tokens}, a list of {@code token=name}.
   */
  @Produces
  @Singleton
  public Authentication authentication(Config config, SignedTokens signedTokens) {
    Settings settings = new Settings(config, "wenshu.security.");
    boolean required = !settings.text("auth", "required").equalsIgnoreCase("off");
    Map<String, String> callers = new LinkedHashMap<>();
    for (String entry : settings.list("tokens", List.of())) {
      int equals = entry.lastIndexOf('=');
      if (equals <= 0) {
        throw new IllegalArgumentException("wenshu.security.tokens holds an entry without a name");
      }
      callers.put(entry.substring(0, equals).strip(), entry.substring(equals + 1).strip());
    }
    return new Authentication(new AuthenticationConfig(required, callers), signedTokens);
  }
}
