"""事故等级: how grave an accident is, and the limits that hang on it, as rules.

Source: 生产安全事故报告和调查处理条例（国务院令第493号）, arts. 3, 9–13, 29, 32.
"""

from __future__ import annotations

from typing import Any

from django.db import models

from yunguan.core.workflow import Rule
from yunguan.office.rules import rule_on

BASIS = "生产安全事故报告和调查处理条例（国务院令第493号）"
FEN_OF_WAN = 1_000_000


class Grade(models.TextChoices):
    """事故等级 (第三条)."""

    GENERAL = "general", "一般事故"
    LARGER = "larger", "较大事故"
    MAJOR = "major", "重大事故"
    GRAVEST = "gravest", "特别重大事故"


def _grade_rule(grade: Grade, measure: str, words: str, value: int, unit: str) -> Rule:
    return Rule(f"accident.{measure}.{grade}", f"{grade.label}{words}起点", value, unit, BASIS, "第三条")


RULES = (
    _grade_rule(Grade.LARGER, "dead", "死亡人数", 3, "人"),
    _grade_rule(Grade.MAJOR, "dead", "死亡人数", 10, "人"),
    _grade_rule(Grade.GRAVEST, "dead", "死亡人数", 30, "人"),
    _grade_rule(Grade.LARGER, "injured", "重伤人数", 10, "人"),
    _grade_rule(Grade.MAJOR, "injured", "重伤人数", 50, "人"),
    _grade_rule(Grade.GRAVEST, "injured", "重伤人数", 100, "人"),
    _grade_rule(Grade.LARGER, "loss", "直接经济损失", 1000, "万元"),
    _grade_rule(Grade.MAJOR, "loss", "直接经济损失", 5000, "万元"),
    _grade_rule(Grade.GRAVEST, "loss", "直接经济损失", 10000, "万元"),
    Rule("accident.unit_report", "事故单位报告时限", 1, "小时", BASIS, "第九条"),
    Rule("accident.level_report", "逐级上报时限", 2, "小时", BASIS, "第十一条"),
    Rule("accident.casualties", "道路交通事故伤亡变化补报期限", 7, "日", BASIS, "第十三条"),
    Rule("accident.investigate", "事故调查报告提交期限", 60, "日", BASIS, "第二十九条"),
    Rule("accident.extension", "事故调查期限最多延长", 60, "日", BASIS, "第二十九条"),
    *(
        Rule(f"accident.reply.{grade}", f"{grade.label}调查报告批复期限", days, "日", BASIS, "第三十二条")
        for grade, days in ((Grade.GENERAL, 15), (Grade.LARGER, 15), (Grade.MAJOR, 15), (Grade.GRAVEST, 30))
    ),
)


def grade_of(accident: Any) -> Grade:
    """The gravest grade that the dead, the injured or the loss come to, by the thresholds of the day."""
    losses = (
        ("dead", accident.dead or 0),
        ("injured", accident.injured or 0),
        ("loss", (accident.loss or 0) // FEN_OF_WAN),
    )
    for grade in (Grade.GRAVEST, Grade.MAJOR, Grade.LARGER):
        for measure, value in losses:
            if value and value >= rule_on(f"accident.{measure}.{grade}", accident.occurred_on).value:
                return grade
    return Grade.GENERAL
