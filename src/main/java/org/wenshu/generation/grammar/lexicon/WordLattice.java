package org.wenshu.generation.grammar.lexicon;

import java.util.ArrayList;
import java.util.List;

/** Tokens and the ways to read them: by any of their forms, fused with the next, by concept. */
final class WordLattice implements PhraseTrie.Lattice {
  private static final double INFLECTED = 0.99;
  private static final double VERB = 0.6;
  private static final double FUSED = 0.97;
  private final List<List<PhraseTrie.Edge>> edges = new ArrayList<>();

  WordLattice(List<Token> tokens, List<List<PhraseTrie.Edge>> named) {
    for (int i = 0; i < tokens.size(); i++) {
      List<PhraseTrie.Edge> here = new ArrayList<>();
      addForms(tokens.get(i), here);
      if (i + 1 < tokens.size()) {
        addFused(tokens.get(i), tokens.get(i + 1), here);
      }
      if (!named.isEmpty()) {
        here.addAll(named.get(i));
      }
      edges.add(here);
    }
  }

  private static void addForms(Token token, List<PhraseTrie.Edge> here) {
    double certainty = 1.0;
    for (String form : token.forms()) {
      here.add(new PhraseTrie.Edge(form, 1, certainty));
      certainty = EnglishWords.isVerbForm(token.forms().get(0)) ? VERB : INFLECTED;
    }
  }

  private static void addFused(Token token, Token next, List<PhraseTrie.Edge> here) {
    if (token.kind() == Token.Kind.WORD && next.kind() == Token.Kind.WORD) {
      for (String form : next.forms()) {
        here.add(new PhraseTrie.Edge(token.forms().get(0) + form, 2, FUSED));
      }
    }
  }

  @Override
  public int size() {
    return edges.size();
  }

  @Override
  public List<PhraseTrie.Edge> from(int place) {
    return edges.get(place);
  }
}
