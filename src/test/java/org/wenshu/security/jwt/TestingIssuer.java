package org.wenshu.security.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Issues tokens, and publishes its key through a real server on the loopback address. */
public final class TestingIssuer implements AutoCloseable {
  /** What tokens name as their issuer. */
  public static final String NAME = "https://issuer.example";

  /** What tokens name as their audience. */
  public static final String AUDIENCE = "wenshu";

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger readings = new AtomicInteger();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final HttpServer server;
  private volatile RSAKey key;
  private volatile int status = 200;
  private volatile boolean silent;

  private TestingIssuer(HttpServer server) {
    this.server = server;
    rotate();
  }

  /** Starts to publish, on a free port. */
  public static TestingIssuer start() {
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      TestingIssuer issuer = new TestingIssuer(HttpServer.create(address, 0));
      issuer.server.createContext("/keys", issuer::answer);
      issuer.server.setExecutor(issuer.threads);
      issuer.server.start();
      return issuer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the key is published. */
  public URI jwksUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys");
  }

  /** Signs with another key from now on, and publishes that alone. */
  void rotate() {
    try {
      key = new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Answers with that status from now on. */
  void answerWith(int otherStatus) {
    status = otherStatus;
  }

  /** Takes requests and answers none. */
  void fallSilent() {
    silent = true;
  }

  /** How often the keys were read. */
  int readings() {
    return readings.get();
  }

  RSAKey key() {
    return key;
  }

  /** Claims that are in order, to be changed by the test. */
  public static JWTClaimsSet.Builder claims(String subject) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .subject(subject)
        .issuer(NAME)
        .audience(AUDIENCE)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(300)));
  }

  /** Claims that are in order, but for their time. */
  public static JWTClaimsSet.Builder expired(String subject) {
    return claims(subject).expirationTime(Date.from(Instant.now().minusSeconds(300)));
  }

  /** A token with these claims, signed with the published key. */
  public String token(JWTClaimsSet.Builder claims) {
    try {
      return sign(
          JWSAlgorithm.RS256, key.getKeyID(), new RSASSASigner(key.toRSAPrivateKey()), claims);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static String sign(
      JWSAlgorithm algorithm, String keyId, JWSSigner signer, JWTClaimsSet.Builder claims) {
    try {
      JWSHeader header = new JWSHeader.Builder(algorithm).keyID(keyId).build();
      SignedJWT token = new SignedJWT(header, claims.build());
      token.sign(signer);
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    readings.incrementAndGet();
    if (silent) {
      awaitClosing();
    }
    byte[] body = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private void awaitClosing() {
    try {
      closing.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
