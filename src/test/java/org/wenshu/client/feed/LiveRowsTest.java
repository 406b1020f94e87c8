package org.wenshu.client.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveRowsTest {
  private static final String ANSWER =
      "{'type':'live','id':'q','kind':'answer','version':1,'row_count':3,'sql':'SELECT 1',"
          + "'columns':['status','n'],'rows':[{'status':'new','n':1},{'status':'paid','n':17},"
          + "{'status':'sent','n':null}],'truncated':false}";

  private final LiveRows rows = new LiveRows();

  private static FeedMessage frame(String json) {
    return new FeedMessage(FeedJson.read(json.replace('\'', '"')).orElseThrow());
  }

  @Test
  void beginsWithAWholeAnswer() {
    LiveAnswer answer = rows.apply(frame(ANSWER)).orElseThrow();
    assertThat(answer.version()).isOne();
    assertThat(answer.sql()).isEqualTo("SELECT 1");
    assertThat(answer.columns()).containsExactly("status", "n");
    assertThat(answer.rows()).hasSize(3);
    assertThat(answer.rows().get(2)).containsEntry("n", null);
    assertThat(answer.changedRows()).isEqualTo(3);
  }

  @Test
  void takesOutByOldPlacesAndPutsInByNewOnes() {
    rows.apply(frame(ANSWER));
    LiveAnswer answer =
        rows.apply(
                frame(
                    "{'type':'live','kind':'change','version':2,'row_count':3,'removed':[0,1],"
                        + "'added':[{'index':0,'row':{'status':'paid','n':18}},"
                        + "{'index':2,'row':{'status':'void','n':2.50}}]}"))
            .orElseThrow();
    assertThat(answer.version()).isEqualTo(2);
    assertThat(answer.rows())
        .extracting(row -> row.get("status"))
        .containsExactly("paid", "sent", "void");
    assertThat(answer.rows().get(2).get("n")).hasToString("2.50");
    assertThat(answer.columns()).containsExactly("status", "n");
    assertThat(answer.changedRows()).isEqualTo(4);
  }

  @Test
  void findsNothingInAChangeThatDoesNotFit() {
    String strange = "{'type':'live','kind':'change','version':9,'removed':[%s],'added':[%s]}";
    assertThat(rows.apply(frame(strange.formatted("0", "")))).as("no answer before").isEmpty();
    rows.apply(frame(ANSWER));
    assertThat(rows.apply(frame(strange.formatted("3", "")))).isEmpty();
    assertThat(rows.apply(frame(ANSWER))).isPresent();
    assertThat(rows.apply(frame(strange.formatted("", "{'index':4,'row':{}}")))).isEmpty();
    assertThat(List.of(rows.apply(frame(ANSWER)).orElseThrow().rows().get(0)))
        .containsExactly(Map.of("status", "new", "n", 1));
  }
}
