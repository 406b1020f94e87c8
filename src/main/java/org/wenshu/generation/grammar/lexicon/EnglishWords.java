package org.wenshu.generation.grammar.lexicon;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Base forms of English words: singulars of plurals and stems of inflected verbs. */
final class EnglishWords {
  private static final Map<String, String> IRREGULAR =
      Map.ofEntries(
          Map.entry("people", "person"),
          Map.entry("men", "man"),
          Map.entry("women", "woman"),
          Map.entry("children", "child"),
          Map.entry("feet", "foot"),
          Map.entry("is", "be"),
          Map.entry("are", "be"),
          Map.entry("was", "be"),
          Map.entry("were", "be"),
          Map.entry("been", "be"),
          Map.entry("being", "be"),
          Map.entry("has", "have"),
          Map.entry("had", "have"),
          Map.entry("having", "have"),
          Map.entry("did", "do"),
          Map.entry("does", "do"),
          Map.entry("done", "do"),
          Map.entry("doing", "do"),
          Map.entry("bought", "buy"),
          Map.entry("made", "make"),
          Map.entry("making", "make"),
          Map.entry("wrote", "write"),
          Map.entry("written", "write"),
          Map.entry("taught", "teach"),
          Map.entry("went", "go"),
          Map.entry("gone", "go"),
          Map.entry("spent", "spend"),
          Map.entry("paid", "pay"),
          Map.entry("took", "take"),
          Map.entry("taken", "take"),
          Map.entry("gave", "give"),
          Map.entry("given", "give"),
          Map.entry("held", "hold"),
          Map.entry("sold", "sell"),
          Map.entry("built", "build"),
          Map.entry("born", "bear"),
          Map.entry("won", "win"),
          Map.entry("lost", "lose"),
          Map.entry("came", "come"),
          Map.entry("flew", "fly"),
          Map.entry("ran", "run"),
          Map.entry("left", "leave"),
          Map.entry("got", "get"),
          Map.entry("theor", "their"));

  private static final Set<String> NOUNS = Set.of("people", "men", "women", "children", "feet");

  private EnglishWords() {}

  /** The word itself, lower case, then the base forms it may have. */
  static List<String> forms(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    Set<String> forms = new LinkedHashSet<>();
    forms.add(lower);
    String irregular = IRREGULAR.get(lower);
    if (irregular != null) {
      forms.add(irregular);
    }
    if (lower.length() > 3) {
      addSingulars(lower, forms);
      addStems(lower, forms);
    }
    return List.copyOf(forms);
  }

  /** Whether the word as it stands looks like an inflected verb rather than a plural. */
  static boolean isVerbForm(String word) {
    return word.endsWith("ed")
        || word.endsWith("ing")
        || (IRREGULAR.containsKey(word) && !NOUNS.contains(word));
  }

  private static void addSingulars(String word, Set<String> forms) {
    if (word.endsWith("ies")) {
      forms.add(cut(word, 3) + "y");
    } else if (word.endsWith("sses")
        || word.endsWith("xes")
        || word.endsWith("ches")
        || word.endsWith("shes")) {
      forms.add(cut(word, 2));
    }
    if (word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")) {
      forms.add(cut(word, 1));
    }
  }

  private static void addStems(String word, Set<String> forms) {
    if (word.endsWith("ied")) {
      forms.add(cut(word, 3) + "y");
    } else if (word.endsWith("ed")) {
      addStem(cut(word, 2), forms);
    } else if (word.endsWith("ing") && word.length() > 4) {
      addStem(cut(word, 3), forms);
    }
  }

  private static void addStem(String stem, Set<String> forms) {
    forms.add(stem);
    forms.add(stem + "e");
    int last = stem.length() - 1;
    if (last > 1 && stem.charAt(last) == stem.charAt(last - 1)) {
      forms.add(cut(stem, 1));
    }
  }

  private static String cut(String word, int letters) {
    return word.substring(0, word.length() - letters);
  }
}
