package org.wenshu;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The shape of Wenshu: which package may know which, and what may be used where. */
@AnalyzeClasses(packages = "org.wenshu", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule slicesAreFreeOfCycles =
      slices()
          .matching("org.wenshu.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a package one can read alone is one that nobody has to read first");

  @ArchTest
  static final ArchRule importsPointOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("org.wenshu..")
          .withOptionalLayers(true)
          .layer("launcher")
          .definedBy("org.wenshu.launcher..")
          .layer("config")
          .definedBy("org.wenshu.config..")
          .layer("protocol")
          .definedBy("org.wenshu.protocol..")
          .layer("operations")
          .definedBy("org.wenshu.operations..")
          .layer("assistant")
          .definedBy("org.wenshu.assistant..")
          .layer("ask")
          .definedBy("org.wenshu.ask..")
          .layer("feed")
          .definedBy("org.wenshu.feed..")
          .layer("audit")
          .definedBy("org.wenshu.audit..")
          .layer("conversation")
          .definedBy("org.wenshu.conversation..")
          .layer("explanation")
          .definedBy("org.wenshu.explanation..")
          .layer("execution")
          .definedBy("org.wenshu.execution..")
          .layer("values")
          .definedBy("org.wenshu.values..")
          .layer("guard")
          .definedBy("org.wenshu.guard..")
          .layer("knowledge")
          .definedBy("org.wenshu.knowledge..")
          .layer("llm")
          .definedBy("org.wenshu.llm..")
          .layer("generation")
          .definedBy("org.wenshu.generation..")
          .layer("prompt")
          .definedBy("org.wenshu.prompt..")
          .layer("suggestion")
          .definedBy("org.wenshu.suggestion..")
          .layer("schema")
          .definedBy("org.wenshu.schema..")
          .whereLayer("launcher")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("config")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("protocol")
          .mayOnlyBeAccessedByLayers("config")
          .whereLayer("operations")
          .mayOnlyBeAccessedByLayers("protocol", "config")
          .whereLayer("assistant")
          .mayOnlyBeAccessedByLayers("protocol", "config")
          .whereLayer("ask")
          .mayOnlyBeAccessedByLayers("assistant", "feed", "operations", "protocol", "config")
          .whereLayer("feed")
          .mayOnlyBeAccessedByLayers("operations", "protocol", "config")
          .whereLayer("audit")
          .mayOnlyBeAccessedByLayers("ask", "feed", "operations", "protocol", "config")
          .whereLayer("conversation")
          .mayOnlyBeAccessedByLayers("ask", "operations", "protocol", "config")
          .whereLayer("knowledge")
          .mayOnlyBeAccessedByLayers(
              "llm", "prompt", "generation", "ask", "assistant", "operations", "protocol", "config")
          .whereLayer("explanation")
          .mayOnlyBeAccessedByLayers("ask", "operations", "protocol", "config")
          .whereLayer("execution")
          .mayOnlyBeAccessedByLayers(
              "explanation",
              "conversation",
              "ask",
              "assistant",
              "feed",
              "operations",
              "protocol",
              "config")
          .whereLayer("values")
          .mayOnlyBeAccessedByLayers("execution", "ask", "protocol", "config")
          .whereLayer("guard")
          .mayOnlyBeAccessedByLayers(
              "values",
              "execution",
              "explanation",
              "suggestion",
              "ask",
              "assistant",
              "feed",
              "operations",
              "protocol",
              "config")
          .whereLayer("suggestion")
          .mayOnlyBeAccessedByLayers("ask", "operations", "protocol", "config")
          .whereLayer("llm")
          .mayOnlyBeAccessedByLayers("config")
          .whereLayer("generation")
          .mayOnlyBeAccessedByLayers(
              "llm",
              "guard",
              "values",
              "execution",
              "suggestion",
              "ask",
              "assistant",
              "feed",
              "operations",
              "config")
          .whereLayer("prompt")
          .mayOnlyBeAccessedByLayers("generation", "llm", "suggestion", "ask", "config")
          .because("a question passes through the steps in one direction");

  @ArchTest
  static final ArchRule wiresStayAtTheEdge =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.wenshu.protocol..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.websocket..", "jakarta.ws.rs..", "jakarta.servlet..")
          .because("dialects are renderers; the core must not know on which wire it is asked");

  @ArchTest
  static final ArchRule jdbcOnlyWhereDatabasesAreRead =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.wenshu.audit..",
              "org.wenshu.feed.source..",
              "org.wenshu.execution..",
              "org.wenshu.knowledge..",
              "org.wenshu.schema..",
              "org.wenshu.config..",
              "org.wenshu.launcher..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..")
          .because(
              "only execution runs statements, only schema, audit, knowledge and feed keep rows");

  @ArchTest
  static final ArchRule persistenceOnlyWhereRowsAreKept =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.wenshu.schema..",
              "org.wenshu.security.policy.store..",
              "org.wenshu.conversation..",
              "org.wenshu.config..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.persistence..")
          .because("entities stay with the component that owns their rows");

  @ArchTest
  static final ArchRule configurationIsReadInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.wenshu.config..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.eclipse.microprofile.config..")
          .because("components take typed configuration and can be built without a server");

  @ArchTest
  static final ArchRule modelVendorsStayBehindLlm =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.wenshu.llm..", "org.wenshu.client..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.langchain4j..", "java.net.http..", "org.apache.hc..")
          .because("provider types must not leak into generation");

  @ArchTest
  static final ArchRule theClientStandsAlone =
      classes()
          .that()
          .resideInAPackage("org.wenshu.client..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.wenshu.client..", "java..", "javax.net.ssl..", "com.fasterxml.jackson..")
          .because("whoever uses the client gets the JDK, Jackson and nothing of the server");

  @ArchTest
  static final ArchRule theServerDoesNotKnowItsClient =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.wenshu.client..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.wenshu.client..")
          .because("the client is packed apart and is not in the WAR");

  @ArchTest
  static final ArchRule metersStayBehindOperations =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.wenshu.operations.metrics..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.micrometer..", "io.prometheus..")
          .because("the library that counts can be exchanged in one place");

  @ArchTest
  static final ArchRule namesSayWhatAClassDoes =
      noClasses()
          .that()
          .doNotHaveSimpleName("WebSocketClientManager")
          .should()
          .haveNameMatching(".*(Impl|Manager|Helper|Util|Utils)")
          .because("such names fit any class and so describe none; one is fixed by a contract");

  @ArchTest static final ArchRule noGenericExceptions = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
}
