package org.wenshu.schema.details;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wenshu.schema.TestSchemas.snapshot;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wenshu.schema.Column;
import org.wenshu.schema.ForeignKey;
import org.wenshu.schema.Table;

/** What connects tables without the database telling more than the catalogue holds. */
class RelationshipsTest {
  private static Table table(String name, String key, String... columns) {
    return table(name, key, List.of(), columns);
  }

  private static Table table(String name, String key, List<ForeignKey> keys, String... columns) {
    List<Column> all =
        Stream.of(columns)
            .map(
                c ->
                    new Column(
                        c,
                        1,
                        c.startsWith("text") ? "varchar" : "int",
                        "",
                        true,
                        "",
                        c.equals(key) ? Column.Key.PRIMARY : Column.Key.NONE,
                        List.of()))
            .toList();
    List<String> primary = key.isEmpty() ? List.of() : List.of(key.split(","));
    return new Table(name, false, "", all, primary, keys, 1);
  }

  private static List<String> of(String table, Table... tables) {
    Relationships relationships = new Relationships(snapshot(tables), CatalogueFacts.NONE);
    return relationships.of(snapshot(tables).table(table).orElseThrow()).stream()
        .map(
            r ->
                "%s %s.%s %s.%s %s%s"
                    .formatted(
                        r.type().wireName(),
                        r.fromTable(),
                        r.fromColumn(),
                        r.toTable(),
                        r.toColumn(),
                        r.key(),
                        r.inferred() ? " ?" : ""))
        .toList();
  }

  @Test
  void areGuessedFromNamesWhereNoKeyIsDeclared() {
    Table[] tables = {table("users", "id", "id"), table("orders", "id", "id", "user_id")};
    assertThat(of("orders", tables))
        .containsExactly("many_to_one orders.user_id users.id orders.user_id ?");
    assertThat(of("users", tables))
        .containsExactly("one_to_many users.id orders.user_id orders.user_id ?");
  }

  @Test
  void areGuessedForOtherSpellings() {
    Table[] tables = {
      table("t_category", "id", "id"),
      table("Boxes", "boxId", "boxId"),
      table("items", "id", "id", "CATEGORY_ID", "boxId", "parent_id")
    };
    assertThat(of("items", tables))
        .contains(
            "many_to_one items.CATEGORY_ID t_category.id items.CATEGORY_ID ?",
            "many_to_one items.boxId Boxes.boxId items.boxId ?",
            "many_to_one items.parent_id items.id items.parent_id ?");
  }

  @Test
  void areNotGuessedWhereTwoTablesOrNoneOrAnotherTypeWouldFit() {
    assertThat(
            of(
                "orders",
                table("user", "id", "id"),
                table("t_user", "id", "id"),
                table("shops", "text_id", "text_id"),
                table("orders", "id", "id", "user_id", "shop_id", "client_id", "paid")))
        .isEmpty();
    assertThat(of("users", table("users", "user_id", "user_id", "text"))).isEmpty();
  }

  @Test
  void areNotGuessedBesideADeclaredKey() {
    ForeignKey key = new ForeignKey("orders", List.of("user_id"), "people", List.of("id"));
    assertThat(
            of(
                "orders",
                table("users", "id", "id"),
                table("people", "id", "id"),
                table("orders", "id", List.of(key), "id", "user_id")))
        .containsExactly("many_to_one orders.user_id people.id orders.user_id");
  }

  @Test
  void areOneToOneWhereTheReferenceIsUnique() {
    Table[] tables = {table("users", "id", "id"), table("profiles", "user_id", "user_id")};
    assertThat(of("profiles", tables))
        .containsExactly("one_to_one profiles.user_id users.id profiles.user_id ?");
    assertThat(of("users", tables))
        .containsExactly("one_to_one users.id profiles.user_id profiles.user_id ?");
  }

  @Test
  void areManyToManyThroughATableThatOnlyJoins() {
    Table[] tables = {
      table("students", "id", "id"),
      table("courses", "id", "id"),
      table("enrolments", "student_id,course_id", "student_id", "course_id", "text")
    };
    assertThat(of("students", tables)).contains("many_to_many students.id courses.id enrolments ?");
    assertThat(of("courses", tables)).contains("many_to_many courses.id students.id enrolments ?");
    assertThat(of("enrolments", tables)).noneMatch(r -> r.startsWith("many_to_many"));
  }

  @Test
  void areNotManyToManyThroughATableOfItsOwnStanding() {
    assertThat(
            of(
                "students",
                table("students", "id", "id"),
                table("courses", "id", "id"),
                table("letters", "id", "id", "student_id", "course_id", "text")))
        .noneMatch(r -> r.startsWith("many_to_many"));
  }
}
