package org.wenshu.config;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.wenshu.TestingDatabase;

/** The target data source over the embedded database, unpooled, with the reader's account. */
public final class TestingTargetDataSource extends TargetDataSource {
  private static final long serialVersionUID = 1L;

  private final transient Config config;

  /** A source with further settings; they win over the address and account. */
  public TestingTargetDataSource(String url, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>();
    all.put("wenshu.target.url", url);
    all.put("wenshu.target.user", TestingDatabase.reader().user());
    all.put("wenshu.target.password", TestingDatabase.reader().password());
    all.putAll(settings);
    this.config = new InMemoryConfig(all);
  }

  @Override
  Config config() {
    return config;
  }
}
