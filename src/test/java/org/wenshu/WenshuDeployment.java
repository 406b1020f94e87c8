package org.wenshu;

import java.io.File;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Timeout;

/** What tests of the started server have in common: the WAR as it was built, asked from outside. */
@ArquillianTest
@Timeout(value = 120, unit = TimeUnit.SECONDS)
public abstract class WenshuDeployment {
  /** To be deployed for each class. */
  @Deployment(testable = false)
  public static WebArchive war() {
    return ShrinkWrap.create(ZipImporter.class, "wenshu.war")
        .importFrom(new File(System.getProperty("wenshu.war")))
        .as(WebArchive.class);
  }
}
