package org.wenshu.protocol.rag.method;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All methods by their names. Immutable. */
public final class RagMethods {
  private final Map<String, RagMethod> byName = new HashMap<>();
  private final List<String> names;

  /** These methods, under their names and aliases. */
  public RagMethods(Collection<RagMethod> methods) {
    for (RagMethod method : methods) {
      byName.put(method.name(), method);
      method.aliases().forEach(alias -> byName.put(alias, method));
    }
    this.names = methods.stream().map(RagMethod::name).sorted().toList();
  }

  /** The method of that name. */
  public Optional<RagMethod> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The names to tell a client that has asked for another. */
  public List<String> names() {
    return names;
  }
}
