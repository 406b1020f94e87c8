package org.wenshu.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files that a server of one's own is started with, in the folder of its run. */
final class ServerSetup {
  private static final List<String> BEFORE_BOOT =
      List.of(
          "set configs.config.server-config.network-config.network-listeners.network-listener"
              + ".http-listener.address=127.0.0.1",
          "set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false",
          // Else every class of every library is looked at once more, for beans that are not there.
          "set configs.config.server-config.cdi-service.enable-implicit-cdi=false");

  /** Chunks and steps are logged as well, as the contract of the text2sql stream wants (14). */
  private static final List<String> LOGGING =
      List.of(
          "handlers=java.util.logging.ConsoleHandler",
          "java.util.logging.ConsoleHandler.formatter=" + LogLine.class.getName(),
          "java.util.logging.ConsoleHandler.encoding=UTF-8",
          "java.util.logging.ConsoleHandler.level=FINE",
          ".level=INFO",
          "org.wenshu.protocol.ws.FrameLog.level=FINE",
          "javax.enterprise.system.tools.deployment.dol.level=WARNING",
          "javax.enterprise.system.tools.deployment.common.level=WARNING",
          "fish.payara.nucleus.util.level=WARNING",
          "org.glassfish.admin.mbeanserver.level=WARNING");

  private final Path folder;

  /** Files of that folder, which exists and is empty. */
  ServerSetup(Path folder) {
    this.folder = folder;
  }

  /** Writes them all; gives the arguments of Payara Micro. */
  List<String> write(Path war, int httpPort) throws IOException {
    Path application = folder.resolve("wenshu.war");
    Path beforeBoot = folder.resolve("pre-boot.asadmin");
    Path logging = folder.resolve("logging.properties");
    Path domain = folder.resolve("domain");
    LeanWar.write(war, application);
    Files.write(beforeBoot, BEFORE_BOOT);
    Files.write(logging, LOGGING);
    PrivateFiles.createFolder(domain);
    return List.of(
        "--deploy",
        application.toString(),
        "--contextroot",
        "/",
        "--port",
        Integer.toString(httpPort),
        "--rootDir",
        domain.toString(),
        "--prebootcommandfile",
        beforeBoot.toString(),
        "--logproperties",
        logging.toString(),
        "--nohazelcast",
        "--nocluster",
        "--disablephonehome");
  }
}
