package org.wenshu.schema.search;

import java.util.ArrayList;
import java.util.List;
import org.wenshu.schema.Column;
import org.wenshu.schema.ForeignKey;
import org.wenshu.schema.Table;

/** Tables of other trades, with the columns every table has; there to be confused with others. */
public final class Distractors {
  private static final String[] NOUNS = {
    "patient 患者", "doctor 医生", "clinic 诊所", "drug 药品", "diagnosis 诊断", "surgery 手术",
    "ward 病房", "nurse 护士", "student 学生", "teacher 教师", "course 课程", "exam 考试",
    "classroom 教室", "grade 成绩", "library 图书馆", "book 图书", "flight 航班", "airport 机场",
    "aircraft 飞机", "pilot 飞行员", "hotel 酒店", "room 客房", "booking 预订", "guest 住客",
    "vehicle 车辆", "driver 司机", "route 路线", "warehouse 仓库", "shipment 运输", "container 集装箱",
    "contract 合同", "invoice 发票", "supplier 供应商", "insurance 保险", "claim 理赔", "policy 保单",
    "loan 贷款", "branch 网点", "card 银行卡", "transfer 转账", "farm 农场", "crop 作物",
    "animal 动物", "device 设备", "sensor 传感器", "alarm 告警", "player 球员", "team 球队",
    "stadium 体育场", "ticket 门票"
  };
  private static final String[] KINDS = {
    "info 信息", "detail 详细资料", "log 日志", "type 类型", "history 历史", "config 配置"
  };

  private Distractors() {}

  /** That many tables; each but the first refers to another one. */
  public static List<Table> tables(int count) {
    List<Table> tables = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tables.add(table(i));
    }
    return tables;
  }

  private static String name(int i) {
    int round = i / (NOUNS.length * KINDS.length);
    String name = english(NOUNS[i % NOUNS.length]) + "_" + english(kind(i));
    return round == 0 ? name : name + "_" + round;
  }

  private static String kind(int i) {
    return KINDS[i / NOUNS.length % KINDS.length];
  }

  private static Table table(int i) {
    String name = name(i);
    String noun = chinese(NOUNS[i % NOUNS.length]);
    List<Column> columns =
        List.of(
            column("id", 1, "bigint", noun + "编号"),
            column("name", 2, "varchar", noun + "名称"),
            column("status", 3, "varchar", "状态", "enabled", "disabled"),
            column("parent_id", 4, "bigint", "上级编号"),
            column("remark", 5, "varchar", "备注"),
            column("created_at", 6, "datetime", "创建时间"));
    List<ForeignKey> keys =
        i == 0
            ? List.of()
            : List.of(new ForeignKey(name, List.of("parent_id"), name(i / 2), List.of("id")));
    return new Table(name, false, noun + chinese(kind(i)), columns, List.of("id"), keys, 100);
  }

  private static Column column(
      String name, int position, String type, String comment, String... values) {
    return new Column(name, position, type, type, true, comment, Column.Key.NONE, List.of(values));
  }

  private static String english(String pair) {
    return pair.substring(0, pair.indexOf(' '));
  }

  private static String chinese(String pair) {
    return pair.substring(pair.indexOf(' ') + 1);
  }
}
