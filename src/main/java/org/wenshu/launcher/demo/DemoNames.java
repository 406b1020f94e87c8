package org.wenshu.launcher.demo;

import java.util.List;
import java.util.Random;

/** Draws names of people from the word lists; frequent surnames come first and are drawn more. */
final class DemoNames {
  private final List<List<String>> surnames = DemoLines.read("surnames");
  private final List<List<String>> givenNames = DemoLines.read("given-names");
  private final Random random;

  DemoNames(Random random) {
    this.random = random;
  }

  DemoName next() {
    double share = random.nextDouble();
    List<String> surname = surnames.get((int) (surnames.size() * share * share));
    List<String> given = givenNames.get(random.nextInt(givenNames.size()));
    return new DemoName(surname.get(0) + given.get(0), surname.get(1) + given.get(1));
  }
}
