package org.wenshu.client.example;

import org.wenshu.client.Wenshu;
import org.wenshu.client.ask.Answer;

final class FirstQuestion {
  public static void main(String[] arguments) {
    try (Wenshu wenshu = Wenshu.connect(arguments[0])) {
      Answer answer = wenshu.ask().answer("一共有多少员工？");
      System.out.println(answer.sql());
      answer.rows().forEach(System.out::println);
    }
  }
}
